import { studentsT } from './students-t.js';

/** Families of a kelurahan in one period: those whose money came, and those of them that had not used it when so many days had passed. */
export interface UseCounts {
  readonly families: number;
  readonly unused: number;
}

/** A kelurahan in the period before and the period after. */
export interface KelurahanUse {
  readonly code: string;
  readonly before: UseCounts;
  readonly after: UseCounts;
}

/** Kelurahan of each kind that an effect asks for; with fewer there is no answer. */
export const LEAST_KELURAHAN = 5;
/** How much larger or smaller a kelurahan may be than the one that it is held against. */
export const MOST_TIMES_LARGER = 2;
/** How far apart, in parts of one, their shares may have been before. */
export const MOST_APART_BEFORE = 0.1;

/** One side of the comparison: its kelurahan and families, and its mean shares. */
export interface ComparedGroup {
  readonly kelurahan: number;
  readonly familiesBefore: number;
  readonly familiesAfter: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
}

interface Compared {
  readonly treated: ComparedGroup;
  readonly others: ComparedGroup;
  /** Kelurahan with a session to which none without is comparable, and the other way round; they are left out. */
  readonly treatedAlone: number;
  readonly othersAlone: number;
}

/** A difference in parts of one with its 95 % interval, from so many degrees of freedom. */
export interface EffectEstimate {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly freedom: number;
}

/** The effect of sessions, or what is missing for one. */
export type OutreachEffect = Compared &
  (
    | {
        readonly code: null;
        /** With what the share before would have led to by itself taken out. */
        readonly adjusted: EffectEstimate;
        /** The plain difference of the mean changes. */
        readonly plain: EffectEstimate;
      }
    | { readonly code: 'OUTREACH_TOO_FEW'; readonly missingTreated: number; readonly missingOthers: number }
    | { readonly code: 'OUTREACH_NO_SPREAD' }
  );

const shareOf = ({ families, unused }: UseCounts): number => unused / families;
/** The fourth group of a Kemendagri code begins with 1 for a kelurahan and with 2 for a village (desa). */
const kindOf = (code: string): string => code.slice(9, 10);
const cityOf = (code: string): string => code.slice(0, 5);

/** Same city, same kind, at most twice as large or half as large, and before within ten points of one another. */
export function isComparable(one: KelurahanUse, other: KelurahanUse): boolean {
  const times = one.before.families / other.before.families;
  return (
    times <= MOST_TIMES_LARGER &&
    1 / times <= MOST_TIMES_LARGER &&
    Math.abs(shareOf(one.before) - shareOf(other.before)) <= MOST_APART_BEFORE &&
    cityOf(one.code) === cityOf(other.code) &&
    kindOf(one.code) === kindOf(other.code)
  );
}

/**
 * The effect of sessions on the share of families that do not use their money: how much more it changed in kelurahan with a session
 * than in comparable ones without. The kelurahan is the unit, since a session is held for it as a whole and its families resemble one
 * another: each counts once, by its change d = share after − share before (analysis at the level of the cluster, Donner and Klar 2000,
 * 6.2; Hayes and Moulton 2017, 10.3). Nothing is answered with fewer than five kelurahan on a side, or where all changes are the same.
 */
export function outreachEffect(treated: readonly KelurahanUse[], others: readonly KelurahanUse[]): OutreachEffect {
  const [held, left] = [treated.filter(isCounted), others.filter(isCounted)];
  const matched = held.filter((one) => left.some((other) => isComparable(one, other)));
  const compared = left.filter((other) => held.some((one) => isComparable(one, other)));
  const sides = {
    ...{ treated: groupOf(matched), others: groupOf(compared) },
    ...{ treatedAlone: treated.length - matched.length, othersAlone: others.length - compared.length },
  };
  if (Math.min(matched.length, compared.length) < LEAST_KELURAHAN) {
    const missing = (there: readonly unknown[]): number => Math.max(0, LEAST_KELURAHAN - there.length);
    return { ...sides, code: 'OUTREACH_TOO_FEW', missingTreated: missing(matched), missingOthers: missing(compared) };
  }
  const [plain, adjusted] = [difference(matched, compared, 0), adjustedDifference(matched, compared)];
  if (plain === undefined || adjusted === undefined) return { ...sides, code: 'OUTREACH_NO_SPREAD' };
  return { ...sides, code: null, plain, adjusted };
}

/**
 * The difference in differences (Angrist and Pischke 2009, 5.2) of changes less `slope` times the share before, with Welch's interval
 * (1938; 1947): effect ± t(ν) √(s²₁/k₁ + s²₂/k₂ + `more` · s²₂), ν by Satterthwaite (1946), so that the sides may differ in spread.
 * `taken` is what else was estimated from the others. Undefined where nothing varies.
 */
function difference(
  matched: readonly KelurahanUse[],
  compared: readonly KelurahanUse[],
  slope: number,
  { more, taken } = { more: 0, taken: 0 },
): EffectEstimate | undefined {
  const [one, other] = [changesOf(matched, slope), changesOf(compared, slope)];
  const [freeOne, freeOther] = [matched.length - 1, compared.length - 1 - taken];
  const [ofOne, ofOther] = [
    one.squares / freeOne / matched.length,
    (other.squares / freeOther) * (1 / compared.length + more),
  ];
  const variance = ofOne + ofOther;
  if (variance <= NOTHING) return undefined;
  const freedom = variance ** 2 / (ofOne ** 2 / freeOne + ofOther ** 2 / freeOther);
  const effect = one.mean - other.mean;
  const half = studentsT(freedom, 95) * Math.sqrt(variance);
  return { effect, low: effect - half, high: effect + half, freedom };
}

/**
 * Campaigns go where the share was high, and part of a high share goes by itself (regression to the mean), which the plain difference
 * takes for an effect. So what the others' changes owe to their share before, by least squares, is expected of those with a session,
 * too, and taken out of both (Peters 1941; Belson 1956); that the line is estimated widens the interval by s²₂ (x̄₁ − x̄₂)² / Σ(x − x̄₂)².
 */
function adjustedDifference(
  matched: readonly KelurahanUse[],
  compared: readonly KelurahanUse[],
): EffectEstimate | undefined {
  const middle = meanOf(compared, ({ before }) => shareOf(before));
  const spread = sumOf(compared, ({ before }) => (shareOf(before) - middle) ** 2);
  // All were the same before: there is nothing to draw a line through.
  if (spread <= NOTHING) return difference(matched, compared, 0);
  const slope = sumOf(compared, (one) => (shareOf(one.before) - middle) * changeOf(one)) / spread;
  const apart = meanOf(matched, ({ before }) => shareOf(before)) - middle;
  return difference(matched, compared, slope, { more: apart ** 2 / spread, taken: 1 });
}

/** Squares of shares below this are rounding. */
const NOTHING = 1e-20;

const isCounted = ({ before, after }: KelurahanUse): boolean => before.families > 0 && after.families > 0;

const changeOf = ({ before, after }: KelurahanUse): number => shareOf(after) - shareOf(before);

type Of = (one: KelurahanUse) => number;
const sumOf = (all: readonly KelurahanUse[], of: Of): number => all.reduce((total, one) => total + of(one), 0);
const meanOf = (all: readonly KelurahanUse[], of: Of): number => (all.length === 0 ? 0 : sumOf(all, of) / all.length);

const groupOf = (all: readonly KelurahanUse[]): ComparedGroup => ({
  kelurahan: all.length,
  familiesBefore: sumOf(all, ({ before }) => before.families),
  familiesAfter: sumOf(all, ({ after }) => after.families),
  shareBefore: meanOf(all, ({ before }) => shareOf(before)),
  shareAfter: meanOf(all, ({ after }) => shareOf(after)),
});

/** The mean of the changes less what the share before accounts for, and the sum of squares around it. */
function changesOf(all: readonly KelurahanUse[], slope: number): { readonly mean: number; readonly squares: number } {
  const of: Of = (one) => changeOf(one) - slope * shareOf(one.before);
  const mean = meanOf(all, of);
  return { mean, squares: sumOf(all, (one) => (of(one) - mean) ** 2) };
}
