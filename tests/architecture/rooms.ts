/**
 * The rooms of the house, in the field's words. The same room has the same name on every floor; a folder that is none of
 * these fails `rooms.spec.ts`. A new room is entered here first.
 */
export const ROOMS = [
  'tasks',
  'approvals',
  'delegation',
  'mandates',
  'organisation',
  'programmes',
  'periods',
  'rosters',
  'families',
  'money',
  'distribution',
  'follow-up',
  'complaints',
  'outreach',
  'monitoring',
  'capacity',
  'reporting',
  'notifications',
  'audit',
  'operations',
  'webhooks',
] as const;

/** What rooms stand on: no subject of the programme has a room here. */
export const TECHNICAL = [
  'shared',
  'auth',
  'calendar',
  'territories',
  'policies',
  'stages',
  'documents',
  'privacy',
  'migrations',
  'schema',
  'registry',
] as const;

/** Where rooms stand, and the technical folders that only this floor has. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'libs/domain/src': [],
  'libs/application/src': [],
  'libs/persistence/src': [],
  activities: [],
  workflows: [],
  'apps/api/src': [],
  'apps/web/src': ['api', 'app'],
  'tests/api': ['support'],
  'tests/database': [],
  'tests/workflow': [],
  'tests/security': [],
  'tests/e2e': ['support'],
};

/** Files of words: a room's, or those that every page or the server needs. */
export const WORDS = ['common', 'errors', 'web', 'mail'] as const;

/** The corridors of rooms that would be one flat folder otherwise; the same on every floor that needs them. */
export const CORRIDORS: Readonly<Record<string, readonly string[]>> = {
  tasks: ['inbox', 'decision', 'life', 'artefact', 'bulk', 'deadlines', 'page'],
  organisation: ['offices', 'officers', 'appointments', 'import'],
  rosters: ['check-lists', 'doubts', 'families', 'reveal', 'upload', 'verdicts'],
  distribution: ['decree', 'order', 'bank', 'breaks', 'repair', 'return', 'service', 'cards'],
  money: ['budget', 'statement'],
  periods: ['board', 'new-period', 'quotas'],
  'follow-up': ['assignments', 'field', 'measures', 'offline', 'phones', 'requests', 'sanctions'],
  stages: ['task-rules'],
  auth: ['passkeys', 'provider'],
  families: ['changes'],
  reporting: ['alerts', 'map'],
};

/** A folder with more files than this is a corridor that is missing. */
export const MOST_FILES = 24;
