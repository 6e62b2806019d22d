/** What a status report says about the whole order, in pain.002.001.10. */
export interface StatusReportHeading {
  readonly messageId: string;
  readonly createdAt: Date;
  /** MsgId of the order this is about. */
  readonly originalMessageId: string;
  readonly originalCount?: number;
  readonly originalControlSumRupiah?: bigint;
  /** ACTC, PART, RJCT …; kept as sent, unknown codes included. Absent when only rows speak. */
  readonly groupStatus?: string;
  readonly reasonCode?: string;
  /** How many rows carry each status, and what they come to. */
  readonly totals?: readonly StatusTotal[];
}

export interface StatusTotal {
  readonly status: string;
  readonly count: number;
  readonly sumRupiah?: bigint;
}

/** What became of one instruction. */
export interface StatusRow {
  readonly endToEndId: string;
  /** The row's own status, else its block's, else the group's; kept as sent, unknown codes included. */
  readonly status: string;
  readonly reasonCode?: string;
  readonly amountRupiah?: bigint;
}

export const PAIN002_NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10';
