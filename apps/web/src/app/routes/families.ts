import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';

const complaints = createRoute({
  getParentRoute: () => shell,
  path: '/complaints',
  validateSearch: search.ComplaintsSearch,
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../../complaints/complaints-page'), 'ComplaintsPage'),
});

const newComplaint = createRoute({
  getParentRoute: () => shell,
  path: '/complaints/new',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../../complaints/new-complaint-page'), 'NewComplaintPage'),
});

const complaint = createRoute({
  getParentRoute: () => shell,
  path: '/complaints/$complaintId',
  loader: () => bringWords('complaints', 'families'),
  component: lazyRouteComponent(() => import('../../complaints/complaint-page'), 'ComplaintPage'),
});

const roster = createRoute({
  getParentRoute: () => shell,
  path: '/rosters/$rosterId',
  loader: () => bringWords('families'),
  validateSearch: search.FamiliesSearch,
  component: lazyRouteComponent(() => import('../../rosters/roster-page'), 'RosterPage'),
});

const doubts = createRoute({
  getParentRoute: () => shell,
  path: '/rosters/$rosterId/doubts',
  validateSearch: search.DoubtsSearch,
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../../rosters/doubts/doubts-page'), 'DoubtsPage'),
});

const checkLists = createRoute({
  getParentRoute: () => shell,
  path: '/check-lists',
  validateSearch: search.CheckListsSearch,
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../../rosters/check-lists/check-lists-page'), 'CheckListsPage'),
});

const families = createRoute({
  getParentRoute: () => shell,
  path: '/families',
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../../families/search-page'), 'SearchPage'),
});

const familyChanges = createRoute({
  getParentRoute: () => shell,
  path: '/family-changes',
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../../families/changes/waiting-changes-page'), 'WaitingChangesPage'),
});

const family = createRoute({
  getParentRoute: () => shell,
  path: '/families/$code',
  loader: () => bringWords('families', 'money', 'distribution'),
  component: lazyRouteComponent(() => import('../../families/family-page'), 'FamilyPage'),
});

/** Families, the lists they stand on and what they complain of. */
export const familyRoutes = [
  complaints,
  newComplaint,
  complaint,
  roster,
  doubts,
  checkLists,
  families,
  familyChanges,
  family,
] as const;
