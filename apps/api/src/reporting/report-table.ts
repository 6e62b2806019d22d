import { formatFigure, formatRupiah, type ReportContent, type ReportLine } from '#domain';

export const REPORT_HEADERS = [
  'NO',
  'WILAYAH',
  'KPM DITETAPKAN',
  'JUMLAH (Rp)',
  'KPM MASUK REKENING',
  'KPM TRANSAKSI',
  'TRANSAKSI (Rp)',
  'KPM TIDAK TRANSAKSI',
  'TIDAK TRANSAKSI (Rp)',
  'KPM GAGAL',
  'GAGAL (Rp)',
  'DISETOR KE KAS NEGARA (Rp)',
] as const;

/** The figures of one line in the order of the headers, without number and name. */
export const figuresOf = (line: ReportLine): (number | bigint)[] => [
  line.allocated.families,
  BigInt(line.allocated.amountRupiah),
  line.credited.families,
  line.transacted.families,
  BigInt(line.transacted.amountRupiah),
  line.notTransacted.families,
  BigInt(line.notTransacted.amountRupiah),
  line.failed.families,
  BigInt(line.failed.amountRupiah),
  BigInt(line.returned.amountRupiah),
];

/** The last row adds up the rows above it; the quota, which may be larger, stands in the identities below. */
export const sumOfLines = (lines: readonly ReportLine[]): (number | bigint)[] =>
  lines.map(figuresOf).reduce<(number | bigint)[]>(
    (sums, figures) => figures.map((figure, at) => BigInt(sums[at] ?? 0) + BigInt(figure)),
    REPORT_HEADERS.slice(2).map(() => 0n),
  );

/** Plain digits with dots, as tables print them; the unit stands in the header. */
export const plain = (figure: number | bigint): string => formatFigure(BigInt(figure));

/** Both identities as sentences a reader can add up. */
export function identitiesOf(content: ReportContent): string[] {
  const money = (amount: string): string => formatRupiah(BigInt(amount));
  const { total } = content;
  return [
    `Dialokasikan ${money(total.allocated.amountRupiah)} = transaksi ${money(total.transacted.amountRupiah)} + tidak transaksi ${money(total.notTransacted.amountRupiah)} + dalam proses ${money(content.pending.amountRupiah)} + gagal ${money(total.failed.amountRupiah)} + belum cocok ${money(content.unreconciled.amountRupiah)} + sisa alokasi ${money(content.unallocated.amountRupiah)}. Selisih ${money(content.firstDifferenceRupiah)}.`,
    `Masuk rekening ${money(total.credited.amountRupiah)} = ditarik ${money(total.transacted.amountRupiah)} + ditahan ${money(content.held.amountRupiah)} + disetor ${money(total.returned.amountRupiah)}. Selisih ${money(content.secondDifferenceRupiah)}.`,
  ];
}
