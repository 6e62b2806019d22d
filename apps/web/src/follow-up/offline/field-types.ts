import type { FieldConflict, FieldLease } from '../../api/schemas';

export type LeasedCase = FieldLease['cases'][number];
export type FieldFinding = FieldLease['findings'][number]['rules'][number];
export type { FieldConflict, FieldLease };

export interface Device {
  readonly id: string;
  readonly secret: string;
}

export interface Photo {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a form holds; kept while it is written, so that a call, a crash or a new version loses nothing. */
export interface VisitForm {
  readonly group?: string | undefined;
  readonly finding?: string | undefined;
  readonly note: string;
  /** ISO days; the last is the day of the visit, one before it where the finding asks for two. */
  readonly visitedOn: readonly string[];
  readonly photos: readonly Photo[];
}

/** `waiting` goes with the next signal; what is being sent is known only while it is sent, so that a kill leaves it waiting. */
export type OutboxState = 'waiting' | 'received' | 'refused' | 'conflict';

export interface OutboxItem {
  readonly id: string;
  readonly caseId: string;
  readonly kpmCode: string;
  readonly rtRw: string | null;
  readonly taskId: string;
  readonly artefactHash: string;
  readonly periodId: string;
  readonly openedOn: string;
  readonly writtenAt: string;
  readonly finding: string;
  readonly note: string;
  readonly visitedOn: readonly string[];
  readonly photos: readonly Photo[];
  readonly state: OutboxState;
  /** Files that lie beside the task already. */
  readonly uploaded: readonly string[];
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  /** When the server had it, by its clock. */
  readonly receivedAt?: string | undefined;
  readonly conflict?: FieldConflict | undefined;
}

/** The lease, and by how much the programme's clock is ahead of the phone's. */
export interface HeldLease extends FieldLease {
  readonly offsetMs: number;
  /** When the server was last heard, by the phone's clock. */
  readonly contactAt: string;
}

/** What a note is about, of a case on the phone or of a note that is to be mended. */
export type VisitOf = Pick<
  OutboxItem,
  'caseId' | 'taskId' | 'artefactHash' | 'periodId' | 'kpmCode' | 'rtRw' | 'openedOn'
>;
