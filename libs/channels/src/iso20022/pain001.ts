/** What a payment order says once, in pain.001.001.09. */
export interface PaymentOrderHeading {
  /** Up to 35 characters; the same order sent again keeps it, so that the bank can refuse the repeat. */
  readonly messageId: string;
  readonly createdAt: Date;
  /** ISO date on which the bank shall pay. */
  readonly executionDate: string;
  readonly debtorName: string;
  readonly debtorAccount: string;
  readonly count: number;
  readonly controlSumRupiah: bigint;
}

/** Who may fetch money that is held for them: by their identity card, invited at their address. */
export interface Pickup {
  /** NIK. */
  readonly nationalId: string;
  /** As on the list, and then RT, RW and kelurahan; longer than seventy characters each they are cut. */
  readonly addressLines: readonly string[];
}

/** One payment to one family: into an account, or held until the family calls for it (`HOLD` of ISO 20022). */
export interface PaymentInstruction {
  /** Up to 35 characters, travels unchanged to the end: the key of reconciliation. */
  readonly endToEndId: string;
  readonly amountRupiah: bigint;
  readonly creditorName: string;
  /** Absent for money that is held. */
  readonly creditorAccount?: string;
  /** Absent for money that goes into an account. */
  readonly pickup?: Pickup;
  /** National clearing code, such as 009 for BNI. */
  readonly creditorBankCode: string;
}

/** What an order that was received says of the whole file. */
export interface ReceivedOrder {
  readonly messageId: string;
  readonly createdAt: Date;
  readonly count: number;
  /** Absent when the sender gave none, as the schema allows. */
  readonly controlSumRupiah?: bigint;
}

/** A PmtInf: payments from one account on one day. An order has one or more. */
export interface PaymentBlock {
  readonly paymentInformationId: string;
  /** ISO date in Jakarta, given as a date or as a date with a time. */
  readonly executionDate: string;
  readonly debtorName: string;
  /** An IBAN or another number. */
  readonly debtorAccount: string;
}

/** A payment as received: its account may be an IBAN, its bank a BIC, and it stands in a block. */
export interface ReceivedInstruction extends PaymentInstruction {
  readonly block: PaymentBlock;
}

export const PAIN001_NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
