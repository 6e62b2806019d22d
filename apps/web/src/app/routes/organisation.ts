import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';

const mandates = createRoute({
  getParentRoute: () => shell,
  path: '/mandates',
  loader: () => bringWords('mandates'),
  component: lazyRouteComponent(() => import('../../mandates/mandates-page'), 'MandatesPage'),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  loader: () => bringWords('approvals', 'mandates'),
  component: lazyRouteComponent(() => import('../../approvals/approvals-page'), 'ApprovalsPage'),
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
  component: lazyRouteComponent(() => import('../../organisation/room'), 'OfficesPage'),
});

const officers = createRoute({
  getParentRoute: () => organisation,
  path: '/officers',
  validateSearch: search.OfficersSearch,
  component: lazyRouteComponent(() => import('../../organisation/room'), 'OfficersPage'),
});

const officer = createRoute({
  getParentRoute: () => organisation,
  path: '/officers/$officerId',
  component: lazyRouteComponent(() => import('../../organisation/room'), 'OfficerPage'),
});

const importOfficers = createRoute({
  getParentRoute: () => organisation,
  path: '/import',
  component: lazyRouteComponent(() => import('../../organisation/room'), 'ImportPage'),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: '/delegations',
  loader: () => bringWords('mandates', 'delegation'),
  component: lazyRouteComponent(() => import('../../delegation/delegations-page'), 'DelegationsPage'),
});

const handovers = createRoute({
  getParentRoute: () => shell,
  path: '/handovers',
  loader: () => bringWords('mandates', 'delegation'),
  component: lazyRouteComponent(() => import('../../delegation/handovers-page'), 'HandoversPage'),
});

const handover = createRoute({
  getParentRoute: () => shell,
  path: '/handovers/$handoverId',
  loader: () => bringWords('mandates', 'delegation'),
  component: lazyRouteComponent(() => import('../../delegation/handover-page'), 'HandoverPage'),
});

/** Who may do what, and in whose place. */
export const organisationRoutes = [
  mandates,
  approvals,
  organisation.addChildren([offices, officers, officer, importOfficers]),
  delegations,
  handovers,
  handover,
] as const;
