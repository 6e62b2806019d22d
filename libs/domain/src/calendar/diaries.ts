/**
 * Diaries: workflows that wait for the next moment at which their room has something to do, one of each in the whole
 * installation. The room is in the id, so that database triggers can name it.
 */
export const DIARIES = {
  accounts: 'accountDiaryWorkflow',
  alerts: 'alertDiaryWorkflow',
  approvals: 'approvalDiaryWorkflow',
  audit: 'auditDiaryWorkflow',
  cards: 'cardDiaryWorkflow',
  delegations: 'delegationDiaryWorkflow',
  families: 'familyDiaryWorkflow',
  followUp: 'followUpDiaryWorkflow',
  handovers: 'handoverDiaryWorkflow',
  mails: 'mailDiaryWorkflow',
  mandates: 'mandateDiaryWorkflow',
  monitoring: 'monitoringDiaryWorkflow',
  outreach: 'outreachDiaryWorkflow',
} as const;

export type Diary = keyof typeof DIARIES;

export const diaryId = (diary: Diary): string => `diary:${diary}`;

/** Every diary's workflow id, with the type of its workflow. */
export const DIARY_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries(DIARIES).map(([diary, type]) => [diaryId(diary as Diary), type]),
);

/** The workflow that watches the bank's outbox, one in the whole installation. It keeps no diary: it looks all the time. */
export const MAILBOX_WATCH = { workflowId: 'watch:bank-mailbox', type: 'bankMailboxWorkflow' } as const;

/** That of a bank or post office which service areas name, beside the common one. */
export const mailboxWatchId = (name: string): string => `${MAILBOX_WATCH.workflowId}:${name}`;
