import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { newestPeriodId } from '../../periods/period-queries';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';

const periods = createRoute({
  getParentRoute: () => shell,
  path: '/periods',
  component: lazyRouteComponent(() => import('../../periods/periods-page'), 'PeriodsPage'),
});

const newPeriod = createRoute({
  getParentRoute: () => shell,
  path: '/periods/new',
  loader: () => bringWords('money'),
  component: lazyRouteComponent(() => import('../../periods/new-period/new-period-page'), 'NewPeriodPage'),
});

const period = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId',
  component: lazyRouteComponent(() => import('../../periods/period-page'), 'PeriodPage'),
});

const quotaPages = { getParentRoute: () => shell, loader: () => bringWords('money') };

const quotas = createRoute({
  ...quotaPages,
  path: '/periods/$periodId/quotas',
  component: lazyRouteComponent(() => import('../../periods/quotas/pages'), 'QuotaChangesPage'),
});

const newQuotas = createRoute({
  ...quotaPages,
  path: '/periods/$periodId/quotas/new',
  component: lazyRouteComponent(() => import('../../periods/quotas/pages'), 'NewQuotaChangePage'),
});

const quotaChange = createRoute({
  ...quotaPages,
  path: '/quota-changes/$changeId',
  component: lazyRouteComponent(() => import('../../periods/quotas/pages'), 'QuotaChangePage'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/cities/$cityCode',
  component: lazyRouteComponent(() => import('../../periods/board/board-page'), 'BoardPage'),
});

/** Rooms that belong to a period open on the newest one. */
export const newestPeriod = async (queryClient: QueryClient, room: 'desks' | 'reports'): Promise<void> => {
  const periodId = await newestPeriodId(queryClient);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
  if (periodId !== undefined) throw redirect({ to: `/periods/$periodId/${room}`, params: { periodId }, replace: true });
};

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/reports',
  loader: () => bringWords('reporting'),
  component: lazyRouteComponent(() => import('../../reporting/pages'), 'ReportsPage'),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/$reportId',
  loader: () => bringWords('reporting'),
  component: lazyRouteComponent(() => import('../../reporting/pages'), 'ReportPage'),
});

const reporting = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  beforeLoad: ({ context }) => newestPeriod(context.queryClient, 'reports'),
  component: lazyRouteComponent(() => import('../../periods/no-period-page'), 'NoPeriodPage'),
});

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/dashboard',
  validateSearch: search.DashboardSearch,
  loader: () => bringWords('reporting'),
  component: lazyRouteComponent(() => import('../../reporting/pages'), 'DashboardPage'),
});

const alerts = createRoute({
  getParentRoute: () => shell,
  path: '/alerts',
  loader: () => bringWords('reporting'),
  component: lazyRouteComponent(() => import('../../reporting/pages'), 'AlertsPage'),
});

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  validateSearch: search.PoliciesSearch,
  loader: () => bringWords('policies'),
  component: lazyRouteComponent(() => import('../../policies/policies-page'), 'PoliciesPage'),
});

/** Periods, their figures and the rules they run by. */
export const periodRoutes = [
  periods,
  newPeriod,
  period,
  quotas,
  newQuotas,
  quotaChange,
  board,
  reports,
  report,
  reporting,
  dashboard,
  alerts,
  policies,
] as const;
