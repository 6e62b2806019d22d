/** Families and rupiah in a report; rupiah as a decimal string, because a report is JSON under a hash. */
export interface ReportMeasure {
  readonly families: number;
  readonly amountRupiah: string;
}

export interface ReportLine {
  readonly territoryCode: string;
  readonly name: string;
  readonly allocated: ReportMeasure;
  readonly credited: ReportMeasure;
  readonly transacted: ReportMeasure;
  readonly notTransacted: ReportMeasure;
  readonly failed: ReportMeasure;
  readonly returned: ReportMeasure;
}

/**
 * What one tier tells the next: planned and realised families and rupiah, who did not transact and why, and what went
 * back to the treasury (duties of Permensos 5/2021 Art. 46). Both differences must read "0".
 */
export interface ReportContent {
  readonly programme: string;
  readonly period: string;
  readonly months: readonly string[];
  readonly tier: 'kecamatan' | 'city' | 'period';
  readonly territoryCode: string;
  readonly territoryName: string;
  readonly total: ReportLine;
  readonly unallocated: ReportMeasure;
  readonly pending: ReportMeasure;
  readonly unreconciled: ReportMeasure;
  readonly held: ReportMeasure;
  readonly firstDifferenceRupiah: string;
  readonly secondDifferenceRupiah: string;
  readonly lines: readonly ReportLine[];
  readonly reasons: readonly { readonly reason: string; readonly families: number; readonly amountRupiah: string }[];
  readonly ntpn: string | null;
}
