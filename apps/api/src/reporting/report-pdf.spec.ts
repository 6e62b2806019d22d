import PDFParser from 'pdf2json';
import type { ReportContent } from '#domain';
import { reportPdf } from './report-pdf.js';

const measure = (families: number) => ({ families, amountRupiah: (400_000n * BigInt(families)).toString() });

const line = (territoryCode: string, name: string, families: number) => ({
  ...{ territoryCode, name, allocated: measure(families), credited: measure(families), transacted: measure(families) },
  ...{ notTransacted: measure(0), failed: measure(0), returned: measure(0) },
});

const aReport = (more: Partial<ReportContent> = {}): ReportContent => ({
  ...{ programme: 'sembako', period: '2023-03', months: ['2023-03', '2023-04'], tier: 'city', ntpn: null },
  ...{ territoryCode: '32.75', territoryName: 'Kota Bekasi', total: line('32.75', 'Kota Bekasi', 7) },
  ...{ unallocated: measure(0), pending: measure(0), unreconciled: measure(0), held: measure(0), reasons: [] },
  ...{ firstDifferenceRupiah: '0', secondDifferenceRupiah: '0', lines: [line('32.75.02', 'Bekasi Barat', 7)] },
  ...more,
});

/** What a reader of the printed page reads, as one text. */
async function textOf(content: ReportContent): Promise<string> {
  const pdf = await reportPdf(content, {
    ...{ contentHash: 'a'.repeat(64), builtAt: new Date('2023-06-01T03:00:00Z') },
    publicUrl: 'https://amanah.example.go.id',
  });
  const parser = new PDFParser(null, true);
  return new Promise((resolve, reject) => {
    parser.on('pdfParser_dataReady', () => {
      resolve(parser.getRawTextContent());
    });
    parser.on('pdfParser_dataError', (error) => {
      reject(error instanceof Error ? error : error.parserError);
    });
    parser.parseBuffer(pdf);
  });
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('a difference below nothing is printed with a minus', async () => {
  const text = flat(await textOf(aReport({ firstDifferenceRupiah: '-400000', secondDifferenceRupiah: '800000' })));
  expect(text).toContain('Selisih −Rp400.000.');
  expect(text).toContain('Selisih Rp800.000.');
});

test('a minus stands in the columns too', async () => {
  const lines = [{ ...line('32.75.02', 'Bekasi Barat', 7), returned: { families: 0, amountRupiah: '-1200000' } }];
  expect(flat(await textOf(aReport({ lines })))).toContain('−1.200.000');
});

test.each(['Kecamatan Ngļāśa', 'Łódź Șură', 'Đông Hải', 'Москва', 'O’Neill “Raya”'])(
  '%s is printed as it is written',
  async (name) => {
    const text = flat(await textOf(aReport({ territoryName: name, lines: [line('32.75.02', name, 7)] })));
    expect(text.split(name)).toHaveLength(3);
  },
);
