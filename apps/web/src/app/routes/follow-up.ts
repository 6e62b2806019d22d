import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';
import { newestPeriod } from './periods';

const desks = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/desks',
  loader: () => bringWords('tasks', 'follow-up'),
  component: lazyRouteComponent(() => import('../../follow-up/desks-page'), 'DesksPage'),
});

const workload = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/workload',
  loader: () => bringWords('capacity'),
  component: lazyRouteComponent(() => import('../../capacity/workload-page'), 'WorkloadPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/periods/$periodId/cases',
  validateSearch: search.CasesSearch,
  component: lazyRouteComponent(() => import('../../follow-up/cases-page'), 'CasesPage'),
});

const followUp = createRoute({
  getParentRoute: () => shell,
  path: '/follow-up',
  beforeLoad: ({ context }) => newestPeriod(context.queryClient, 'desks'),
  component: lazyRouteComponent(() => import('../../periods/no-period-page'), 'NoPeriodPage'),
});

const caseRequests = createRoute({
  getParentRoute: () => shell,
  path: '/case-requests',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../../follow-up/requests/case-requests-page'), 'CaseRequestsPage'),
});

const stipends = createRoute({
  getParentRoute: () => shell,
  path: '/stipends',
  loader: () => bringWords('capacity'),
  component: lazyRouteComponent(() => import('../../capacity/stipends-page'), 'StipendsPage'),
});

const assignmentLetters = createRoute({
  getParentRoute: () => shell,
  path: '/assignment-letters',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(
    () => import('../../follow-up/assignments/assignment-letters-page'),
    'AssignmentLettersPage',
  ),
});

const caseMeasures = createRoute({
  getParentRoute: () => shell,
  path: '/case-measures',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../../follow-up/measures/case-measures-page'), 'CaseMeasuresPage'),
});

const caseSanctions = createRoute({
  getParentRoute: () => shell,
  path: '/case-sanctions',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../../follow-up/sanctions/case-sanctions-page'), 'CaseSanctionsPage'),
});

const fieldPhones = createRoute({
  getParentRoute: () => shell,
  path: '/field-phones',
  loader: () => bringWords('follow-up'),
  component: lazyRouteComponent(() => import('../../follow-up/phones/field-phones-page'), 'FieldPhonesPage'),
});

const ofMonitoring = { getParentRoute: () => shell, loader: () => bringWords('monitoring') };

const spotChecks = createRoute({
  ...ofMonitoring,
  path: '/spot-checks',
  validateSearch: search.ComplaintsSearch,
  component: lazyRouteComponent(() => import('../../monitoring/pages'), 'SpotChecksPage'),
});

const spotCheck = createRoute({
  ...ofMonitoring,
  path: '/spot-checks/$spotCheckId',
  component: lazyRouteComponent(() => import('../../monitoring/pages'), 'SpotCheckPage'),
});

/** What is done about families whose money lies unused, and those who do it. */
export const followUpRoutes = [
  desks,
  workload,
  cases,
  followUp,
  caseRequests,
  stipends,
  assignmentLetters,
  caseMeasures,
  caseSanctions,
  fieldPhones,
  spotChecks,
  spotCheck,
] as const;
