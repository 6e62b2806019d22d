import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { homeOf } from '../shell/rooms';
import { shell } from './frame';

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
    throw redirect({ to: homeOf(context.me), replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: search.InboxSearch,
  component: lazyRouteComponent(() => import('../../tasks/inbox/inbox-page'), 'InboxPage'),
});

const task = createRoute({
  getParentRoute: () => shell,
  path: '/tasks/$taskId',
  loader: () => bringWords('approvals', 'mandates', 'tasks', 'money', 'families', 'reporting'),
  component: lazyRouteComponent(() => import('../../tasks/page/task-page'), 'TaskPage'),
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: search.NotificationsSearch,
  loader: () => bringWords('notifications'),
  component: lazyRouteComponent(() => import('../../notifications/notifications-page'), 'NotificationsPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  loader: () => bringWords('notifications'),
  component: lazyRouteComponent(() => import('../../notifications/settings-page'), 'SettingsPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  loader: () => bringWords('auth'),
  component: lazyRouteComponent(() => import('../../auth/account-page'), 'AccountPage'),
});

const escalations = createRoute({
  getParentRoute: () => shell,
  path: '/escalations',
  validateSearch: search.EscalationsSearch,
  loader: () => bringWords('tasks'),
  component: lazyRouteComponent(() => import('../../tasks/deadlines/escalations-page'), 'EscalationsPage'),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/calendar',
  validateSearch: search.CalendarSearch,
  loader: () => bringWords('calendar', 'tasks'),
  component: lazyRouteComponent(() => import('../../calendar/calendar-page'), 'CalendarPage'),
});

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/ops/workflows',
  loader: () => bringWords('operations'),
  component: lazyRouteComponent(() => import('../../operations/workflows-page'), 'WorkflowsPage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: search.AuditSearch,
  loader: () => bringWords('audit'),
  component: lazyRouteComponent(() => import('../../audit/audit-page'), 'AuditPage'),
});

/** An officer's own day, and the pages that watch over the system. */
export const taskRoutes = [
  home,
  inbox,
  task,
  notifications,
  settings,
  account,
  escalations,
  calendar,
  operations,
  audit,
] as const;
