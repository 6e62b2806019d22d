import { type PaymentChannel, ROSTER_FINDINGS, type Region } from '#domain';
import type { RosterRecord } from '#files';
import { SANDBOX } from '../sandbox.js';
import { allocateFamilies, type KelurahanShare } from './allocate.js';
import { makeFamily, Registry, type FamilyCells } from './family.js';
import { HAZARD_SHARES, OUTCOME_SHARES, type Hazard, type OutcomeCode } from './hazards.js';
import { Random } from './random.js';
import { spoil, type SampleFormat } from './spoil.js';

/** One row of a sample and the truth about it. */
export interface SampleRow {
  readonly place: KelurahanShare;
  readonly record: RosterRecord;
  readonly hazard: Hazard | undefined;
  /** What the civil registry will answer; undefined for rows that are never sent to it. */
  readonly outcome: OutcomeCode | undefined;
  readonly family: FamilyCells;
}

export interface SamplePlan {
  readonly families: number;
  readonly seed: number;
  readonly regions: readonly Region[];
  /** How the families are to be paid; with `card` one in a hundred has no account yet, and where nothing is said all have one. */
  readonly channel?: PaymentChannel | undefined;
}

/** A million numbers for each city, under its own code unless the sandbox says otherwise. */
const accountsFrom = (cityCode: string): number =>
  SANDBOX.accountsFrom[cityCode] ?? Number(cityCode.replace('.', '')) * 1_000_000;

const ONE_LACKS_ACCOUNT_IN = 100;

/** By post nobody needs an account, and a quarter is paid at once. */
function asPaid(family: FamilyCells, channel: PaymentChannel | undefined, number: number): FamilyCells {
  const withoutAccount = { ...family, 'NOMOR REKENING': '' };
  if (channel === 'post') return { ...withoutAccount, MAR: family.FEB, NOMINAL: '600000' };
  return channel === 'card' && number % ONE_LACKS_ACCOUNT_IN === 0 ? withoutAccount : family;
}

function isSentToRegistry(hazard: Hazard | undefined): boolean {
  if (hazard === undefined) return true;
  return hazard !== 'NIK_DUPLICATE_IN_FILE' && ROSTER_FINDINGS[hazard] !== 'error';
}

/**
 * The rows of a sample, kelurahan after kelurahan. The same plan gives the same rows; the two formats differ only in
 * how a hazard shows in them.
 */
export function* generateRows(plan: SamplePlan, format: SampleFormat): Generator<SampleRow, void, undefined> {
  const random = new Random(plan.seed);
  const registry = new Registry(accountsFrom(plan.regions[0]?.code.slice(0, 5) ?? ''));
  const kecamatan = plan.regions.filter(({ code }) => code.length === 8);
  let number = 0;
  for (const place of allocateFamilies(plan.families, plan.regions, plan.seed)) {
    let previous: FamilyCells | undefined;
    for (let count = 0; count < place.families; count += 1) {
      const made = makeFamily(random, place, registry);
      const family = asPaid(made, plan.channel, (number += 1));
      const drawn = random.draw(HAZARD_SHARES);
      const outcome = random.draw(OUTCOME_SHARES) ?? '1';
      const hazard = drawn === 'NIK_DUPLICATE_IN_FILE' && !previous ? undefined : drawn;
      const record = hazard ? spoil(family, hazard, { format, kecamatan, previous }) : family;
      yield { place, record, hazard, family, outcome: isSentToRegistry(hazard) ? outcome : undefined };
      // Only an unhurt row is repeated, so that a duplicate is nothing but a duplicate, and never three of a kind.
      previous = hazard === undefined ? family : undefined;
    }
  }
}
