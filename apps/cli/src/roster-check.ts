import {
  buildKelurahanLookup,
  checkRosterRow,
  DuplicatesInList,
  type PaymentChannel,
  type RosterContext,
  type RosterFinding,
  type RosterNote,
  type RosterRow,
  type RosterRowState,
  stateOfFindings,
} from '#domain';
import { readRosterRows, sha256OfFile } from '#files';
import { findingIssue, type Language, noteIssue, type RosterIssue } from '#messages';
import { loadIssuingRegions } from '#policies';
import { loadCityRegions } from './city-regions.js';
import { shippedPolicy } from './shipped-policy.js';

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

  /** The sentence is made only where it is listed. */
  add(code: string, issue: () => RosterIssue): void {
    this.count += 1;
    this.codes[code] = (this.codes[code] ?? 0) + 1;
    if (this.list.length < MOST_ISSUES) this.list.push(issue());
  }
}

function contextOf(cityCode: string, today: string): RosterContext {
  return {
    cityCode,
    territory: buildKelurahanLookup(cityCode, loadCityRegions(cityCode)),
    regions: loadIssuingRegions(),
    asOf: today,
    monthlyRupiah: shippedPolicy().rupiah('benefit.rupiah_per_month'),
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
    this.issues.add(note.code, () => noteIssue(this.language, note));
  }

  private found({ rowNumber: row, sheet }: RosterRow, finding: RosterFinding): void {
    this.issues.add(finding.code, () => findingIssue(this.language, finding, { sheet, row }));
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
  { language = 'en', channel }: { readonly language?: Language; readonly channel?: PaymentChannel } = {},
): Promise<RosterCheck> {
  const context = { ...contextOf(cityCode, today), ...(channel === undefined ? {} : { channel }) };
  const tally = new RosterTally(context, language);
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
