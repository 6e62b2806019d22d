import type {
  ApprovalMode,
  Capacity,
  EscalationStep,
  Freeze,
  IsoDate,
  MandateFacts,
  Outcome,
  PinnedGroup,
  Role,
  StageName,
  SubjectType,
  TaskEvent,
  TaskKind,
  TaskState,
} from '#domain';

/** What a workflow asks for when it opens a task; `workflowId` and `stepKey` make a repeat find the first. */
export interface NewTask {
  readonly workflowId: string;
  readonly stepKey: string;
  readonly kind: TaskKind;
  readonly periodId: string;
  readonly cityCode: string;
  readonly territoryCode: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly chainKey: string;
  readonly artefactHash: string;
  readonly families: number;
  /** Decimal string of whole rupiah. */
  readonly amountRupiah: string;
  readonly dueOn: IsoDate;
  readonly startDueOn?: IsoDate | undefined;
  /** The office that decides it, where a policy asks for another beside the catalogue's. */
  readonly role?: Role | undefined;
  readonly approvalRequestId?: string | undefined;
  readonly approval?: PinnedApproval | undefined;
}

/** One office's part of an approval as its task carries it. */
export interface PinnedApproval extends PinnedGroup {
  readonly mode: ApprovalMode;
}

export interface OpenedTask {
  readonly stepKey: string;
  readonly taskId: string;
  readonly dueOn: IsoDate;
}

export interface TaskRow {
  id: string;
  kind: TaskKind;
  stage: StageName;
  state: TaskState;
  workflowId: string;
  periodId: string;
  periodCode: string;
  cityCode: string;
  territoryCode: string;
  territoryName: string;
  subjectType: SubjectType;
  subjectId: string;
  chainKey: string;
  artefactHash: string;
  families: number;
  amountRupiah: string;
  ownerId: string | null;
  ownerName: string | null;
  delegatedBy: string | null;
  delegatedByName: string | null;
  /** The dated delegation by which the owner holds it for them. */
  delegationId: string | null;
  potentialOwners: readonly string[] | null;
  resumeState: TaskState | null;
  suspendedOn: IsoDate | null;
  suspendedUntil: IsoDate | null;
  suspendedReason: string | null;
  /** The office it waits for while it is suspended. */
  waitingFor: Role | null;
  /** Somebody begins by this day. */
  startDueOn: IsoDate | null;
  dueOn: IsoDate;
  followUpOn: IsoDate | null;
  /** Offices that became owners because it stayed late. */
  addedRoles: readonly Role[];
  escalations: number;
  createdAt: Date;
  closedAt: Date | null;
  outcome: Outcome | null;
}

/** A task locked for a decision, with what `why` needs beside the row. */
export interface TaskContext extends TaskRow {
  signatures: { officerId: string; capacity: Capacity }[];
  /** Whose role it waits for: the catalogue's, or the grantor's since it was handed back. */
  responsibleRole: Role;
  mandate: MandateFacts | null;
  freezes: readonly Freeze[];
  /** This office's part of an approval by several; null where one officer decides. */
  approval: PinnedApproval | null;
  approvalRequestId: string | null;
  /** Who approved the artefact as it is now, in whichever office, and on whose behalf. */
  approvedBy: readonly string[];
  /** Officers who never own it: it is about their household. */
  excludedOwners: readonly string[];
  /** Offices that may comment on it and never decide it. */
  observers: readonly Role[];
  /** Days on which its territory is closed beside the national holidays. */
  holidays: readonly IsoDate[];
  /** Of the row that was read: another writer leaves another. */
  version: string;
  /** The day of the programme's calendar on which the facts were read. */
  today: IsoDate;
}

export interface NewDecision {
  readonly officerId: string;
  readonly appointmentId: string;
  readonly mandateId?: string | undefined;
  readonly outcome: Outcome;
  readonly reason?: string | undefined;
  readonly returnTo?: StageName | undefined;
  readonly artefactHash: string;
  /** Facts of the kind, such as a finding's code; no personal data. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId?: string | undefined;
}

/** One line of a task's history. */
export interface TaskEventRow {
  id: string;
  event: TaskEvent;
  officerId: string | null;
  officer: string | null;
  reason: string | null;
  occurredAt: Date;
  until: IsoDate | null;
  dueOn: IsoDate | null;
  /** Of an escalation: what came, and which offices were told or added; of a suspension, who is waited for. */
  step: EscalationStep | null;
  roles: Role[];
  to: string[];
  /** The absent officer for whom it was done. */
  onBehalfOf: string | null;
  /** The file that was laid beside the task. */
  attachment: { id: string; name: string; sizeBytes: number } | null;
}

export interface DecisionRow {
  taskId: string;
  kind: TaskKind;
  officerId: string;
  officer: string;
  /** Who delegated the task and stays accountable. */
  actedFor: string | null;
  role: string;
  outcome: Outcome;
  reason: string | null;
  returnTo: StageName | null;
  details: Record<string, unknown>;
  decidedAt: Date;
}
