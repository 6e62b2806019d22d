import {
  buildKelurahanLookup,
  checkRosterRow,
  DuplicatesInList,
  Policy,
  type RosterContext,
  type RosterFinding,
  type RosterNote,
  type RosterRow,
  type RosterRowState,
  stateOfFindings,
} from '#domain';
import { readRosterRows, sha256OfFile } from '#files';
import { findingSentence, type Language, noteSentence } from '#messages';
import { loadIssuingRegions, readPolicies } from '#policies';
import { loadCityRegions } from './city-regions.js';

/** One thing that was found, in a row and column, or of the file as a whole. */
export interface RosterIssue {
  readonly sheet?: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

export interface RosterCheck extends Readonly<Record<RosterRowState, number>> {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  /** How many there are, however many of them are listed. */
  readonly issueCount: number;
  /** Issues by code: their true numbers. */
  readonly codes: Readonly<Record<string, number>>;
  /** In the order of the file, cut off after `MOST_ISSUES`. */
  readonly issues: readonly RosterIssue[];
}

/** A city whose every row is wrong would fill memory with sentences; the numbers beside the list stay true. */
export const MOST_ISSUES = 20_000;

class Issues {
  readonly list: RosterIssue[] = [];
  readonly codes: Record<string, number> = {};
  count = 0;

  add(code: string, issue: () => Omit<RosterIssue, 'code'>): void {
    this.count += 1;
    this.codes[code] = (this.codes[code] ?? 0) + 1;
    if (this.list.length < MOST_ISSUES) this.list.push({ ...issue(), code });
  }
}

const named = (sheet: string): { readonly sheet?: string } => (sheet === '' ? {} : { sheet });

/** The benefit of the programme whose lists are checked here. */
function monthlyRupiah(): bigint {
  const parameters = readPolicies().find(({ programme }) => programme === 'sembako')?.parameters ?? [];
  return new Policy(parameters).rupiah('benefit.rupiah_per_month');
}

function contextOf(cityCode: string, today: string): RosterContext {
  return {
    cityCode,
    territory: buildKelurahanLookup(cityCode, loadCityRegions(cityCode)),
    regions: loadIssuingRegions(),
    asOf: today,
    monthlyRupiah: monthlyRupiah(),
  };
}

/** Judges row after row and counts; keeps no row. */
class RosterTally {
  readonly issues = new Issues();
  readonly states = { valid: 0, warning: 0, invalid: 0, duplicate: 0 };
  rows = 0;
  private readonly duplicates = new DuplicatesInList();

  constructor(
    private readonly context: RosterContext,
    private readonly language: Language,
  ) {}

  add(row: RosterRow): void {
    const verdict = checkRosterRow(row, this.context);
    const ofList = this.duplicates.find(row, verdict);
    const findings = ofList === undefined ? verdict.findings : [...verdict.findings, ofList];
    this.rows += 1;
    this.states[stateOfFindings(findings)] += 1;
    for (const finding of findings) this.found(row, finding);
  }

  note(note: RosterNote): void {
    const { code, sheet, row } = note;
    this.issues.add(code, () => ({
      ...named(sheet),
      ...{ row, column: null, message: noteSentence(this.language, note) },
    }));
  }

  private found({ rowNumber: row, sheet }: RosterRow, finding: RosterFinding): void {
    const { code, column } = finding;
    this.issues.add(code, () => ({
      ...named(sheet),
      ...{ row, column, message: findingSentence(this.language, finding, { sheet, row }) },
    }));
  }
}

/**
 * Checks a whole roster as an import would, without a database: every row by itself, and what occurs twice in this
 * file. Rows, columns and sentences, no personal data. Throws DomainError for a file that cannot be taken at all.
 */
export async function checkRoster(
  path: string,
  cityCode: string,
  today: string,
  language: Language = 'en',
): Promise<RosterCheck> {
  const tally = new RosterTally(contextOf(cityCode, today), language);
  const tell = (note: RosterNote): void => {
    tally.note(note);
  };
  for await (const row of readRosterRows(path, {}, tell)) tally.add(row);
  const { count, codes, list } = tally.issues;
  return {
    ...{ file: path, sha256: await sha256OfFile(path), rows: tally.rows },
    ...tally.states,
    ...{ issueCount: count, codes, issues: list },
  };
}
