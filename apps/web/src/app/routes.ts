import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../auth/session';
import { bringWords } from '../shared/language/language';
import { homeOf } from './shell/rooms';
import { NotFoundPage } from './not-found-page';
import * as search from './search';
import { newestPeriodId } from '../periods/period-queries';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: search.SignInSearch,
  component: lazyRouteComponent(() => import('../auth/sign-in-page'), 'SignInPage'),
});

const activate = createRoute({
  getParentRoute: () => root,
  path: '/activate',
  validateSearch: search.ActivateSearch,
  loader: () => bringWords('organisation'),
  component: lazyRouteComponent(() => import('../auth/activate-page'), 'ActivatePage'),
});

const pengaduan = createRoute({
  getParentRoute: () => root,
  path: '/pengaduan',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../complaints/pengaduan-page'), 'PengaduanPage'),
});

const pengaduanStatus = createRoute({
  getParentRoute: () => root,
  path: '/pengaduan/status',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../complaints/status-page'), 'StatusPage'),
});

const cek = createRoute({
  getParentRoute: () => root,
  path: '/cek',
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../families/cek-page'), 'CekPage'),
});

const hash = createRoute({
  getParentRoute: () => root,
  path: '/hash/$hash',
  component: lazyRouteComponent(() => import('../documents/hash-page'), 'HashPage'),
});

/** Everything behind the sign-in. The address is kept, so a deep link opens after it. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/shell'), 'Shell'),
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.query({ ...meQuery, staleTime: 'static' });
    if (me === null) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
      throw redirect({ to: '/sign-in', search: { to: location.href } });
    }
    return { me };
  },
});

/** What the pages of money share. */
const ofMoney = { getParentRoute: () => shell, loader: () => bringWords('money') };

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
  component: lazyRouteComponent(() => import('../tasks/inbox/inbox-page'), 'InboxPage'),
});

const task = createRoute({
  getParentRoute: () => shell,
  path: '/tasks/$taskId',
  loader: () => bringWords('approvals', 'mandates', 'tasks', 'money', 'families'),
  component: lazyRouteComponent(() => import('../tasks/page/task-page'), 'TaskPage'),
});

const periods = createRoute({
  getParentRoute: () => shell,
  path: '/periods',
  component: lazyRouteComponent(() => import('../periods/periods-page'), 'PeriodsPage'),
});

const newPeriod = createRoute({
  getParentRoute: () => shell,
  path: '/periods/new',
  loader: () => bringWords('money'),
  component: lazyRouteComponent(() => import('../periods/new-period/new-period-page'), 'NewPeriodPage'),
});

const period = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId',
  component: lazyRouteComponent(() => import('../periods/period-page'), 'PeriodPage'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/cities/$cityCode',
  component: lazyRouteComponent(() => import('../periods/board/board-page'), 'BoardPage'),
});

const money = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/cities/$cityCode/money',
  validateSearch: search.MoneySearch,
  component: lazyRouteComponent(() => import('../money/statement/statement-page'), 'StatementPage'),
});

const wideMoney = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/money',
  validateSearch: search.WideMoneySearch,
  component: lazyRouteComponent(() => import('../money/statement/wide-statement-page'), 'WideStatementPage'),
});

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/dashboard',
  validateSearch: search.DashboardSearch,
  loader: () => bringWords('reporting'),
  component: lazyRouteComponent(() => import('../reporting/pages'), 'DashboardPage'),
});

const entitlements = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/entitlements',
  validateSearch: search.EntitlementsSearch,
  component: lazyRouteComponent(() => import('../money/entitlements-page'), 'EntitlementsPage'),
});

const breaks = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/breaks',
  validateSearch: search.BreaksSearch,
  component: lazyRouteComponent(() => import('../distribution/breaks/breaks-page'), 'BreaksPage'),
});

const orders = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/orders',
  validateSearch: search.OrdersSearch,
  component: lazyRouteComponent(() => import('../distribution/order/orders-page'), 'OrdersPage'),
});

const bankFiles = createRoute({
  ...ofMoney,
  path: '/bank-files',
  validateSearch: search.FilesSearch,
  component: lazyRouteComponent(() => import('../distribution/bank/pages'), 'FilesPage'),
});

const bankFile = createRoute({
  ...ofMoney,
  path: '/bank-files/$fileId',
  component: lazyRouteComponent(() => import('../distribution/bank/pages'), 'FilePage'),
});

const returnCalendar = createRoute({
  ...ofMoney,
  path: '/return-calendar',
  validateSearch: search.ReturnsSearch,
  component: lazyRouteComponent(() => import('../distribution/bank/pages'), 'ReturnCalendarPage'),
});

const scorecard = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/scorecard',
  validateSearch: search.ScoresSearch,
  component: lazyRouteComponent(() => import('../distribution/bank/pages'), 'ScorecardPage'),
});

const budgets = createRoute({
  ...ofMoney,
  path: '/budgets',
  component: lazyRouteComponent(() => import('../money/budget/budgets-page'), 'BudgetsPage'),
});

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  validateSearch: search.PoliciesSearch,
  loader: () => bringWords('policies'),
  component: lazyRouteComponent(() => import('../policies/policies-page'), 'PoliciesPage'),
});

const serviceAreas = createRoute({
  ...ofMoney,
  path: '/service-areas',
  validateSearch: search.ServicesSearch,
  component: lazyRouteComponent(() => import('../distribution/service/services-page'), 'ServicesPage'),
});

const order = createRoute({
  ...ofMoney,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../distribution/order/order-page'), 'OrderPage'),
});

const desks = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/desks',
  loader: () => bringWords('tasks', 'follow-up'),
  component: lazyRouteComponent(() => import('../follow-up/desks-page'), 'DesksPage'),
});

const workload = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/workload',
  loader: () => bringWords('capacity'),
  component: lazyRouteComponent(() => import('../capacity/workload-page'), 'WorkloadPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/cases',
  validateSearch: search.CasesSearch,
  component: lazyRouteComponent(() => import('../follow-up/cases-page'), 'CasesPage'),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/reports',
  component: lazyRouteComponent(() => import('../reporting/pages'), 'ReportsPage'),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('../reporting/pages'), 'ReportPage'),
});

/** Rooms that belong to a period open on the newest one. */
const newestPeriod = async (queryClient: QueryClient, room: 'desks' | 'reports'): Promise<void> => {
  const periodId = await newestPeriodId(queryClient);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
  if (periodId !== undefined) throw redirect({ to: `/periods/$periodId/${room}`, params: { periodId }, replace: true });
};

const followUp = createRoute({
  getParentRoute: () => shell,
  path: '/follow-up',
  beforeLoad: ({ context }) => newestPeriod(context.queryClient, 'desks'),
  component: lazyRouteComponent(() => import('../periods/no-period-page'), 'NoPeriodPage'),
});

const caseRequests = createRoute({
  getParentRoute: () => shell,
  path: '/case-requests',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../follow-up/requests/case-requests-page'), 'CaseRequestsPage'),
});

const complaints = createRoute({
  getParentRoute: () => shell,
  path: '/complaints',
  validateSearch: search.ComplaintsSearch,
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../complaints/complaints-page'), 'ComplaintsPage'),
});

const ofMonitoring = { getParentRoute: () => shell, loader: () => bringWords('monitoring') };

const spotChecks = createRoute({
  ...ofMonitoring,
  path: '/spot-checks',
  validateSearch: search.ComplaintsSearch,
  component: lazyRouteComponent(() => import('../monitoring/pages'), 'SpotChecksPage'),
});

const spotCheck = createRoute({
  ...ofMonitoring,
  path: '/spot-checks/$spotCheckId',
  component: lazyRouteComponent(() => import('../monitoring/pages'), 'SpotCheckPage'),
});

const newComplaint = createRoute({
  getParentRoute: () => shell,
  path: '/complaints/new',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../complaints/new-complaint-page'), 'NewComplaintPage'),
});

const complaint = createRoute({
  getParentRoute: () => shell,
  path: '/complaints/$complaintId',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../complaints/complaint-page'), 'ComplaintPage'),
});

const stipends = createRoute({
  getParentRoute: () => shell,
  path: '/stipends',
  loader: () => bringWords('capacity'),
  component: lazyRouteComponent(() => import('../capacity/stipends-page'), 'StipendsPage'),
});

const assignmentLetters = createRoute({
  getParentRoute: () => shell,
  path: '/assignment-letters',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(
    () => import('../follow-up/assignments/assignment-letters-page'),
    'AssignmentLettersPage',
  ),
});

const caseMeasures = createRoute({
  getParentRoute: () => shell,
  path: '/case-measures',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../follow-up/measures/case-measures-page'), 'CaseMeasuresPage'),
});

const caseSanctions = createRoute({
  getParentRoute: () => shell,
  path: '/case-sanctions',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../follow-up/sanctions/case-sanctions-page'), 'CaseSanctionsPage'),
});

const fieldPhones = createRoute({
  getParentRoute: () => shell,
  path: '/field-phones',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../follow-up/phones/field-phones-page'), 'FieldPhonesPage'),
});

const reporting = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  beforeLoad: ({ context }) => newestPeriod(context.queryClient, 'reports'),
  component: lazyRouteComponent(() => import('../periods/no-period-page'), 'NoPeriodPage'),
});

const roster = createRoute({
  getParentRoute: () => shell,
  path: '/rosters/$rosterId',
  loader: () => bringWords('families'),
  validateSearch: search.FamiliesSearch,
  component: lazyRouteComponent(() => import('../rosters/roster-page'), 'RosterPage'),
});

const doubts = createRoute({
  getParentRoute: () => shell,
  path: '/rosters/$rosterId/doubts',
  validateSearch: search.DoubtsSearch,
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../rosters/doubts/doubts-page'), 'DoubtsPage'),
});

const checkLists = createRoute({
  getParentRoute: () => shell,
  path: '/check-lists',
  validateSearch: search.CheckListsSearch,
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../rosters/check-lists/check-lists-page'), 'CheckListsPage'),
});

const families = createRoute({
  getParentRoute: () => shell,
  path: '/families',
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../families/search-page'), 'SearchPage'),
});

const familyChanges = createRoute({
  getParentRoute: () => shell,
  path: '/family-changes',
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../families/waiting-changes-page'), 'WaitingChangesPage'),
});

const family = createRoute({
  getParentRoute: () => shell,
  path: '/families/$code',
  loader: () => bringWords('families', 'money'),
  component: lazyRouteComponent(() => import('../families/family-page'), 'FamilyPage'),
});

const mandates = createRoute({
  getParentRoute: () => shell,
  path: '/mandates',
  loader: () => bringWords('mandates'),
  component: lazyRouteComponent(() => import('../mandates/mandates-page'), 'MandatesPage'),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  loader: () => bringWords('approvals', 'mandates'),
  component: lazyRouteComponent(() => import('../approvals/approvals-page'), 'ApprovalsPage'),
});

const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/organisation',
  loader: () => bringWords('mandates', 'organisation'),
});

const offices = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  validateSearch: search.OfficesSearch,
  component: lazyRouteComponent(() => import('../organisation/room'), 'OfficesPage'),
});

const officers = createRoute({
  getParentRoute: () => organisation,
  path: '/officers',
  validateSearch: search.OfficersSearch,
  component: lazyRouteComponent(() => import('../organisation/room'), 'OfficersPage'),
});

const officer = createRoute({
  getParentRoute: () => organisation,
  path: '/officers/$officerId',
  component: lazyRouteComponent(() => import('../organisation/room'), 'OfficerPage'),
});

const importOfficers = createRoute({
  getParentRoute: () => organisation,
  path: '/import',
  component: lazyRouteComponent(() => import('../organisation/room'), 'ImportPage'),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: '/delegations',
  loader: () => bringWords('mandates', 'delegation'),
  component: lazyRouteComponent(() => import('../delegation/delegations-page'), 'DelegationsPage'),
});

const handovers = createRoute({
  getParentRoute: () => shell,
  path: '/handovers',
  loader: () => bringWords('mandates', 'delegation'),
  component: lazyRouteComponent(() => import('../delegation/handovers-page'), 'HandoversPage'),
});

const handover = createRoute({
  getParentRoute: () => shell,
  path: '/handovers/$handoverId',
  loader: () => bringWords('mandates', 'delegation'),
  component: lazyRouteComponent(() => import('../delegation/handover-page'), 'HandoverPage'),
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/notifications',
  validateSearch: search.NotificationsSearch,
  loader: () => bringWords('notifications'),
  component: lazyRouteComponent(() => import('../notifications/notifications-page'), 'NotificationsPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  loader: () => bringWords('notifications'),
  component: lazyRouteComponent(() => import('../notifications/settings-page'), 'SettingsPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  loader: () => bringWords('auth'),
  component: lazyRouteComponent(() => import('../auth/account-page'), 'AccountPage'),
});

const escalations = createRoute({
  getParentRoute: () => shell,
  path: '/escalations',
  validateSearch: search.EscalationsSearch,
  loader: () => bringWords('tasks'),
  component: lazyRouteComponent(() => import('../tasks/deadlines/escalations-page'), 'EscalationsPage'),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/calendar',
  validateSearch: search.CalendarSearch,
  loader: () => bringWords('calendar', 'tasks'),
  component: lazyRouteComponent(() => import('../calendar/calendar-page'), 'CalendarPage'),
});

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/ops/workflows',
  loader: () => bringWords('operations'),
  component: lazyRouteComponent(() => import('../operations/workflows-page'), 'WorkflowsPage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: search.AuditSearch,
  loader: () => bringWords('audit'),
  component: lazyRouteComponent(() => import('../audit/audit-page'), 'AuditPage'),
});

export const routeTree = root.addChildren([
  signIn,
  hash,
  pengaduan,
  pengaduanStatus,
  cek,
  activate,
  shell.addChildren([
    home,
    inbox,
    task,
    periods,
    newPeriod,
    period,
    board,
    money,
    entitlements,
    wideMoney,
    breaks,
    orders,
    bankFiles,
    bankFile,
    scorecard,
    returnCalendar,
    policies,
    serviceAreas,
    order,
    desks,
    workload,
    caseRequests,
    stipends,
    complaints,
    spotChecks,
    spotCheck,
    newComplaint,
    complaint,
    assignmentLetters,
    caseMeasures,
    caseSanctions,
    cases,
    dashboard,
    reports,
    report,
    followUp,
    fieldPhones,
    reporting,
    roster,
    doubts,
    checkLists,
    families,
    familyChanges,
    family,
    mandates,
    budgets,
    approvals,
    organisation.addChildren([offices, officers, officer, importOfficers]),
    delegations,
    handovers,
    handover,
    notifications,
    settings,
    account,
    escalations,
    calendar,
    operations,
    audit,
  ]),
]);
