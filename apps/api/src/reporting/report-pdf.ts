import pdfmake from 'pdfmake';
import { indonesianDate, jakartaDate, monthsInWords, type ReportContent, rupiahInWords } from '#domain';
import '../shared/pdf-fonts.js';
import { figuresOf, identitiesOf, plain, REPORT_HEADERS, sumOfLines } from './report-table.js';

const cell = (text: string, isBold = false) => ({ text, bold: isBold, fontSize: 7 });
const figure = (text: string, isBold = false) => ({ ...cell(text, isBold), alignment: 'right' as const });

/** The report as an A4 page to print and sign; number and signature stay blank until a person gives them. */
export async function reportPdf(
  content: ReportContent,
  {
    contentHash,
    builtAt,
    publicUrl,
  }: { readonly contentHash: string; readonly builtAt: Date; readonly publicUrl: string },
): Promise<Buffer> {
  const look = `${publicUrl}/hash/${contentHash}`;
  const rows = content.lines.map((line, index) => [
    cell(`${index + 1}`),
    cell(line.name),
    ...figuresOf(line).map((value) => figure(plain(value))),
  ]);
  const total = [
    cell(''),
    cell('JUMLAH', true),
    ...sumOfLines(content.lines).map((value) => figure(plain(value), true)),
  ];
  const words = rupiahInWords(BigInt(content.total.allocated.amountRupiah));
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [36, 36, 36, 48],
      defaultStyle: { font: 'Roboto', fontSize: 9 },
      content: [
        { text: 'LAPORAN PENYALURAN PROGRAM SEMBAKO', bold: true, fontSize: 13, alignment: 'center' },
        { text: `${content.territoryName} (${content.territoryCode})`, alignment: 'center' },
        { text: `Alokasi bulan ${monthsInWords(content.months)}`, alignment: 'center', margin: [0, 0, 0, 8] },
        {
          table: {
            headerRows: 1,
            widths: [16, '*', ...REPORT_HEADERS.slice(2).map(() => 'auto')],
            body: [REPORT_HEADERS.map((header) => cell(header, true)), ...rows, total],
          },
        },
        { text: `Terbilang: ${words}`, italics: true, margin: [0, 6, 0, 6] },
        ...identitiesOf(content).map((text) => ({ text, margin: [0, 0, 0, 4] as [number, number, number, number] })),
        { text: `NTPN: ${content.ntpn ?? '-'}` },
        { text: indonesianDate(jakartaDate(builtAt)), alignment: 'right', margin: [0, 12, 0, 36] },
        {
          columns: [
            { qr: look, fit: 60, width: 70 },
            { text: `Periksa tanda tangan: ${look}`, fontSize: 7 },
            { text: '(.............................................)', alignment: 'right' as const },
          ],
        },
      ],
      footer: (page: number, pages: number) => ({
        columns: [
          { text: `Sidik isi (SHA-256): ${contentHash}`, fontSize: 6 },
          { text: `Halaman ${page} dari ${pages}`, alignment: 'right', fontSize: 7 },
        ],
        margin: [36, 12],
      }),
    })
    .getBuffer();
}
