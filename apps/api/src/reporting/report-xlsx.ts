import exceljs from 'exceljs';
import { monthsInWords, type ReportContent } from '#domain';
import { figuresOf, identitiesOf, REPORT_HEADERS, sumOfLines } from './report-table.js';

/** The report as a workbook: numbers stay numbers, so that an office can add them up again. */
export async function reportXlsx(content: ReportContent, contentHash: string): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Laporan', {
    pageSetup: { orientation: 'landscape', fitToPage: true },
  });
  // 9 is A4; exceljs has the names of papers only as types.
  Object.assign(sheet.pageSetup, { paperSize: 9 });
  sheet.addRow([`LAPORAN PENYALURAN PROGRAM SEMBAKO, ALOKASI ${monthsInWords(content.months).toUpperCase()}`]).font = {
    bold: true,
  };
  sheet.addRow([`${content.territoryName} (${content.territoryCode})`]);
  sheet.addRow([]);
  sheet.addRow([...REPORT_HEADERS]).font = { bold: true };
  sheet.addRow(REPORT_HEADERS.map((_header, index) => index + 1));
  content.lines.forEach((line, index) => {
    sheet.addRow([index + 1, line.name, ...figuresOf(line).map(Number)]);
  });
  sheet.addRow(['', 'JUMLAH', ...sumOfLines(content.lines).map(Number)]).font = { bold: true };
  sheet.addRow([]);
  for (const sentence of identitiesOf(content)) sheet.addRow([sentence]);
  sheet.addRow([`NTPN: ${content.ntpn ?? '-'}`]);
  sheet.addRow([`Sidik isi (SHA-256): ${contentHash}`]);
  sheet.getColumn(2).width = 24;
  for (let column = 3; column <= REPORT_HEADERS.length; column += 1) {
    sheet.getColumn(column).width = 18;
    sheet.getColumn(column).numFmt = '#,##0';
  }
  const reasons = workbook.addWorksheet('Alasan');
  reasons.addRow(['ALASAN TIDAK TRANSAKSI', 'KPM', 'JUMLAH (Rp)']).font = { bold: true };
  for (const { reason, families, amountRupiah } of content.reasons)
    reasons.addRow([reason, families, Number(amountRupiah)]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
