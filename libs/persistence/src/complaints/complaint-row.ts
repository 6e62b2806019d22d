import type {
  ComplaintChannel,
  ComplaintKind,
  ComplaintOffice,
  ComplaintOutcome,
  ComplaintState,
  WaitingFor,
} from '#domain';

/** What a reader may see: other complaints, restricted ones, those about the head of an office, and those that went up to the ministry, each in its territories. */
export interface ComplaintSight {
  readonly plain: readonly string[];
  readonly restricted: readonly string[];
  readonly leadership: readonly string[];
  readonly overseen: readonly string[];
}

export interface ComplaintRow {
  id: string;
  number: string;
  territoryCode: string;
  territoryName: string | null;
  kind: ComplaintKind;
  isRestricted: boolean;
  channel: ComplaintChannel;
  state: ComplaintState;
  office: ComplaintOffice;
  dueOn: string;
  receivedAt: Date;
  familyId: string | null;
  waitingFor: WaitingFor | null;
  waitingSince: string | null;
  waitingUntil: string | null;
  outcome: ComplaintOutcome | null;
  proposedBy: string | null;
  proposer: string | null;
  answeredBy: string | null;
  appealUntil: string | null;
  mergedInto: string | null;
  mergedNumber: string | null;
}

export interface NewComplaint {
  readonly submissionKey: string;
  readonly cityCode: string;
  readonly territoryCode: string;
  readonly kind: ComplaintKind;
  readonly isRestricted: boolean;
  readonly channel: ComplaintChannel;
  readonly office: ComplaintOffice;
  readonly dueOn: string;
  readonly sealed: Buffer;
  readonly familyId: string | null;
  readonly receivedBy: string | null;
  readonly year: number;
}

/** Columns that an act writes; `null` empties one. */
export interface ComplaintChange {
  readonly office?: ComplaintOffice;
  readonly due_on?: string;
  readonly waiting_for?: WaitingFor | null;
  readonly waiting_since?: string | null;
  readonly waiting_until?: string | null;
  readonly outcome?: ComplaintOutcome;
  readonly answer_sealed?: Buffer;
  readonly proposed_by?: string;
  readonly answered_by?: string;
  readonly appeal_until?: string;
  readonly decided_by?: string;
  readonly merged_into?: string;
}

export interface ComplaintFilter {
  readonly states: readonly ComplaintState[];
  readonly kind?: ComplaintKind | undefined;
  /** A part of its number or of its place's name. */
  readonly text?: string | undefined;
}

/** Of complaint `c`, as `ComplaintRow` names them. */
export const COMPLAINT_COLUMNS = `c.id, c.number, c.territory_code as "territoryCode",
  (select t.name from territory t where t.code = c.territory_code) as "territoryName", c.kind, c.is_restricted as "isRestricted",
  c.channel, c.state, c.office, c.due_on::text as "dueOn", c.received_at as "receivedAt", c.family_id as "familyId",
  c.waiting_for as "waitingFor", c.waiting_since::text as "waitingSince", c.waiting_until::text as "waitingUntil", c.outcome,
  c.proposed_by as "proposedBy", (select o.full_name from officer o where o.id = c.proposed_by) as proposer,
  c.answered_by as "answeredBy", c.appeal_until::text as "appealUntil", c.merged_into as "mergedInto",
  (select m.number from complaint m where m.id = c.merged_into) as "mergedNumber"`;
