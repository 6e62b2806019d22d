import type { StageName } from '../stages/stages.js';
import type { Matter } from '../stages/task-rule.js';
import { TASK_KINDS, taskRule } from '../stages/stage-catalogue.js';

/** How power comes to an office (UU 30/2014 Art. 11-14): by law, passed over, on behalf of, or as a piece of work. */
export const MANDATE_KINDS = ['attribution', 'delegation', 'mandate', 'assignment'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** Standing in for the holder of a post: vacant (Plt, pelaksana tugas) or absent for a while (Plh, pelaksana harian). */
export const ACTING_KINDS = ['plt', 'plh'] as const;
export type ActingKind = (typeof ACTING_KINDS)[number];

export type AuthorityKind = MandateKind | ActingKind;

/** Strategic decisions that change the legal status of organisation, personnel or budget (UU 30/2014 Art. 14 (7)). */
const STRATEGIC: readonly Matter[] = ['quota', 'budget', 'posts'];

export interface AuthorityRule {
  /** Who answers for what the receiver does. */
  readonly accountable: 'grantor' | 'grantee';
  /** Kinds that the receiver may give on; empty where the power goes no further. */
  readonly passesOn: readonly MandateKind[];
  /** Whether it holds only with the number of its letter. */
  readonly needsLetter: boolean;
  /** Whether the giver keeps the power beside the receiver. */
  readonly grantorMayAct: boolean;
  readonly closedMatters: readonly Matter[];
  /** What stands before the title: nothing for one's own power. */
  readonly sign: '' | 'a.n.' | 'Plt.' | 'Plh.';
  readonly source: string;
}

/** The effects of each kind of authority; the one table that rules, ledger, screens and papers read. */
export const AUTHORITY_RULES: Readonly<Record<AuthorityKind, AuthorityRule>> = {
  attribution: {
    accountable: 'grantee',
    passesOn: ['delegation', 'mandate', 'assignment'],
    needsLetter: false,
    grantorMayAct: false,
    closedMatters: [],
    sign: '',
    source: 'UU 30/2014 Art. 12',
  },
  delegation: {
    accountable: 'grantee',
    passesOn: ['delegation', 'mandate', 'assignment'],
    needsLetter: true,
    grantorMayAct: true,
    closedMatters: [],
    sign: '',
    source: 'UU 30/2014 Art. 13',
  },
  mandate: {
    accountable: 'grantor',
    passesOn: ['assignment'],
    needsLetter: false,
    grantorMayAct: true,
    closedMatters: STRATEGIC,
    sign: 'a.n.',
    source: 'UU 30/2014 Art. 14',
  },
  assignment: {
    accountable: 'grantor',
    passesOn: [],
    needsLetter: false,
    grantorMayAct: true,
    closedMatters: STRATEGIC,
    sign: 'a.n.',
    source: 'letter of assignment (surat tugas); no power moves',
  },
  plt: {
    accountable: 'grantor',
    passesOn: ['assignment'],
    needsLetter: false,
    grantorMayAct: true,
    closedMatters: STRATEGIC,
    sign: 'Plt.',
    source: 'UU 30/2014 Art. 14 (2), (7)',
  },
  plh: {
    accountable: 'grantor',
    passesOn: ['assignment'],
    needsLetter: false,
    grantorMayAct: true,
    closedMatters: STRATEGIC,
    sign: 'Plh.',
    source: 'UU 30/2014 Art. 14 (2), (7)',
  },
};

/** A delegation may be delegated once more, to an office at most one level lower (UU 30/2014 Art. 13 (4)). */
export const SUB_DELEGATIONS = 1;

/** Whether somebody who holds power of this kind may decide what settles this matter. */
export const mayDecide = (kind: AuthorityKind, matter: Matter): boolean =>
  !AUTHORITY_RULES[kind].closedMatters.includes(matter);

/** Whether such power may be given over a whole stage: nothing that is decided in it is closed to its kind. */
export const mayDecideIn = (kind: AuthorityKind, stage: StageName): boolean =>
  TASK_KINDS.map(taskRule).every((rule) => rule.stage !== stage || mayDecide(kind, rule.matter));
