import { ROLE_NAMES, type Role } from '../organisation/role.js';
import { DomainError } from '../shared/domain-error.js';

/** Whose fault it is that a credited family did not use its money; audits ask to keep the four apart. */
export const FAULTS = ['family', 'bank', 'data', 'central'] as const;
export type Fault = (typeof FAULTS)[number];

/** What a visit can be asked to bring: words, a picture, a paper, or a second attempt on another day. */
export const EVIDENCE = ['note', 'photo', 'paper', 'second_visit'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What the city can decide about a family. Which of them a finding allows is a rule of the programme, and no code. */
export const CASE_OUTCOMES = [
  'assist',
  'recard',
  'unblock',
  'fix_account',
  'check_balance',
  'proxy',
  'change_head',
  'replace',
  'suspend',
  'exclude',
  'hold',
  'return_early',
  'return_at_deadline',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** What becomes of the family's money: it stays for it until the last day of use, or goes back, on that day at the latest. */
export const MONEY_OUTCOMES = ['keep', 'return'] as const;
export type MoneyOutcome = (typeof MONEY_OUTCOMES)[number];

export interface OfferedCaseOutcome {
  readonly outcome: CaseOutcome;
  readonly money: MoneyOutcome;
}

/** What holds for one finding of a programme from a day on, as its policy file has it. */
export interface FindingRule {
  readonly finding: string;
  /** The branch of the tree under which people look for it. */
  readonly group: string;
  readonly fault: Fault;
  readonly evidence: readonly Evidence[];
  /** The office that decides; everybody else reads that there is a finding, and not which, where it is restricted. */
  readonly decides: Role;
  readonly restricted: boolean;
  readonly outcomes: readonly OfferedCaseOutcome[];
  /** What the city would normally decide; it may decide otherwise. */
  readonly suggests: CaseOutcome;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
  readonly verified: boolean;
}

/** What a visit has brought. */
export interface Brought {
  readonly note: string | undefined;
  /** Pictures and papers beside the task; a picture may be of a paper. */
  readonly photos: number;
  readonly papers: number;
  /** ISO days on which somebody went there. */
  readonly visitedOn: readonly string[];
}

/** What the rule asks for and the visit has not brought. A picture counts once: as the photo, or as the paper. */
export function missingEvidence({ evidence }: Pick<FindingRule, 'evidence'>, brought: Brought): Evidence[] {
  const photosLeft = brought.photos - (evidence.includes('photo') ? 1 : 0);
  const has: Readonly<Record<Evidence, boolean>> = {
    note: (brought.note ?? '').trim() !== '',
    photo: brought.photos > 0,
    paper: brought.papers + Math.max(photosLeft, 0) > 0,
    second_visit: new Set(brought.visitedOn).size > 1,
  };
  return evidence.filter((kind) => !has[kind]);
}

/** Throws CASE_EVIDENCE_MISSING with the kinds that are missing. */
export function demandEvidence(rule: FindingRule, brought: Brought): void {
  const missing = missingEvidence(rule, brought);
  if (missing.length === 0) return;
  throw new DomainError('CASE_EVIDENCE_MISSING', 'the finding needs more evidence', {
    evidence: missing.join(', '),
  });
}

/** The outcome with its money. Throws CASE_OUTCOME_NOT_ALLOWED with those that the rule allows. */
export function demandOffered({ outcomes }: FindingRule, outcome: CaseOutcome): OfferedCaseOutcome {
  const offered = outcomes.find((other) => other.outcome === outcome);
  if (offered !== undefined) return offered;
  throw new DomainError('CASE_OUTCOME_NOT_ALLOWED', 'the finding’s rule does not allow this outcome', {
    allowed: outcomes.map((other) => other.outcome).join(', '),
  });
}

const MONEY_OF: Readonly<Partial<Record<CaseOutcome, MoneyOutcome>>> = {
  ...{ hold: 'keep', return_early: 'return', return_at_deadline: 'return' },
};

/** Why a rule can't be kept; undefined where it can. Rules that nobody could follow are refused when they are loaded. */
export function ruleFault(rule: FindingRule): string | undefined {
  const offered = rule.outcomes.map(({ outcome }) => outcome);
  if (new Set(offered).size !== offered.length) return 'outcomes';
  if (!offered.includes(rule.suggests)) return 'suggests';
  if (!ROLE_NAMES.includes(rule.decides)) return 'decides';
  // A letter names the finding to who brings it: what is restricted costs nobody their aid.
  if (rule.restricted && offered.some((outcome) => outcome === 'suspend' || outcome === 'exclude')) return 'restricted';
  // What is held is the family's until it is decided; what goes back early does not stay.
  if (rule.outcomes.some(({ outcome, money }) => money !== (MONEY_OF[outcome] ?? money))) return 'outcomes';
  if (rule.effectiveTo !== null && rule.effectiveTo < rule.effectiveFrom) return 'effectiveTo';
  return undefined;
}
