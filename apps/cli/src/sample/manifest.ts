import type { Hazard, OutcomeCode } from './hazards.js';
import type { SampleRow } from './generate.js';

/** What a sample holds, to check an import against. */
export interface SampleManifest {
  readonly note: string;
  readonly cityCode: string;
  readonly families: number;
  readonly seed: number;
  /** Months paid, January as 1, and the benefit for each. */
  readonly months: readonly number[];
  readonly monthlyRupiah: string;
  /** Rows with each hazard, by the finding it gives. NIK_AS_NUMBER shows in XLSX only. */
  readonly hazards: Readonly<Partial<Record<Hazard, number>>>;
  /** Rows without any hazard. */
  readonly clean: number;
  /** The civil registry's answers by code; rows that fail the hard gate are not sent to it. */
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
  /** Rows by the kelurahan the family really lives in. */
  readonly byKelurahan: Readonly<Record<string, number>>;
  /** SHA-256 of every file. */
  readonly files: Readonly<Record<string, string>>;
}

const countUp = <Key extends string>(counts: Partial<Record<Key, number>>, key: Key): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Counts rows while they are written. */
export class SampleTally {
  private readonly hazards: Partial<Record<Hazard, number>> = {};
  private readonly outcomes: Partial<Record<OutcomeCode, number>> = {};
  private readonly byKelurahan: Record<string, number> = {};
  private clean = 0;

  constructor(private readonly plan: { readonly cityCode: string; readonly families: number; readonly seed: number }) {}

  add({ hazard, outcome, place }: SampleRow): void {
    if (hazard) countUp(this.hazards, hazard);
    else this.clean += 1;
    if (outcome) countUp(this.outcomes, outcome);
    countUp(this.byKelurahan, place.kelurahan.code);
  }

  manifest(files: Readonly<Record<string, string>>): SampleManifest {
    return {
      note: 'Every person, number and address in these files is made up.',
      cityCode: this.plan.cityCode,
      families: this.plan.families,
      seed: this.plan.seed,
      months: [1, 2],
      monthlyRupiah: '200000',
      hazards: this.hazards,
      clean: this.clean,
      outcomes: this.outcomes,
      byKelurahan: this.byKelurahan,
      files,
    };
  }
}
