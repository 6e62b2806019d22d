import type { Task } from '../../api/schemas';

/** A lurah's task, as the API lists it. */
export const aTask = (more: Partial<Task> = {}): Task => ({
  ...{ id: '0198a000-0000-7000-8000-000000000001', kind: 'endorsement.lurah', stage: 'endorsement', state: 'ready' },
  ...{ periodId: '0198a000-0000-7000-8000-00000000000a', periodCode: '2023-03', cityCode: '32.75' },
  ...{ territoryCode: '32.75.02.1001', territoryName: 'Kranji', subjectType: 'roster', artefactHash: 'seen' },
  ...{ subjectId: '0198a000-0000-7000-8000-00000000000b', families: 12, amountRupiah: '4800000' },
  ...{ ownerId: null, ownerName: null, delegatedBy: null, delegatedByName: null, onBehalfOf: null },
  ...{ isForwarded: false, suspendedOn: null, suspendedUntil: null, suspendedReason: null, waitingFor: null },
  ...{ startDueOn: null, dueOn: '2023-04-10', followUpOn: null, addedRoles: [], workingDaysLeft: 3, escalations: 0 },
  ...{ createdAt: '2023-04-03T03:00:00Z', closedAt: null, outcome: null },
  ...more,
});
