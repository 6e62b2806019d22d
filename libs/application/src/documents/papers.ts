import type { ActingKind, CaseSanctionKind, PaymentChannel } from '#domain';
import type { Payer } from '../distribution/service/payer-of.js';
import type { PaperHead, PaperSigner } from '#persistence';

/** What is printed on every paper: its head, who signed, and the hash under which anybody can look it up. */
export interface Paper {
  readonly head: PaperHead;
  readonly signers: readonly PaperSigner[];
  readonly hash: string;
  /** Nobody has signed what it says now. */
  readonly isDraft: boolean;
  readonly number: string | null;
  /** ISO date of the last signature; null while there is none. */
  readonly date: string | null;
}

/** The decree (SK) with its recapitulation by kelurahan; who is on the list is not printed in it. */
export interface DecreePaper extends Paper {
  readonly version: number;
  readonly families: number;
  readonly amountRupiah: string;
  /** Families left out, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly places: readonly PlaceInPaper[];
  readonly dipa: Dipa | null;
}

export interface PlaceInPaper {
  readonly territoryCode: string;
  readonly name: string;
  readonly families: number;
  readonly amountRupiah: string;
}

export const ORDER_PAPERS = ['spp', 'spm', 'si'] as const;
/** Request (SPP), order (SPM), and instruction to the bank (SI). */
export type OrderPaperKind = (typeof ORDER_PAPERS)[number];

export interface OrderPaper extends Paper {
  readonly kind: OrderPaperKind;
  readonly cityCode: string;
  readonly families: number;
  readonly amountRupiah: string;
  readonly newAccounts: number;
  readonly channel: PaymentChannel;
  readonly decreeNumber: string | null;
  readonly sp2dNumber: string | null;
  /** ISO date on which the bank pays; null before the release. */
  readonly executionOn: string | null;
  readonly messageId: string;
  readonly fileSha256: string | null;
  readonly payer: Payer;
  readonly dipa: Dipa | null;
}

/** Minutes of a kelurahan on the list's verdicts. */
export interface MinutesPaper extends Paper {
  readonly kelurahanName: string;
  readonly kecamatanName: string | null;
  readonly families: number;
  readonly verdicts: readonly {
    readonly verdict: string | null;
    readonly reason: string | null;
    readonly families: number;
  }[];
}

/** The letter that tells a family of its suspension or exclusion; the only paper with a person in it. */
export interface SanctionLetter extends Paper {
  readonly kind: CaseSanctionKind;
  readonly finding: string;
  readonly kpmCode: string;
  readonly verifier: string;
  readonly verifiedAt: Date;
  readonly date: string;
  /** ISO date; the last day on which the family may object. */
  readonly objectionUntil: string;
  readonly fullName: string;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly kelurahanName: string;
  readonly kecamatanName: string | null;
}

/** The letter that sends an officer to cases; of a family it says its code and where it lives by RT/RW. */
export interface AssignmentPaper extends Paper {
  readonly number: string;
  readonly date: string;
  readonly officer: string;
  readonly issuer: string;
  /** How the issuer held the head's office; null as its holder. */
  readonly acting: ActingKind | null;
  readonly issuedAt: Date;
  readonly placeName: string;
  readonly kecamatanName: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly cases: readonly {
    readonly kpmCode: string;
    readonly kelurahanName: string;
    readonly rtRw: string | null;
    readonly deadlineOn: string;
  }[];
}

export interface Dipa {
  readonly dipaNumber: string;
  readonly dipaOn: string;
}
