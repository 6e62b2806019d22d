import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Paper } from '#application';
import { AUTHORITY_RULES, formatFigure, formatRupiah, indonesianDate, type Role, rupiahInWords } from '#domain';
import type { PaperSigner } from '#persistence';
import '../shared/pdf-fonts.js';

const LINE = 515;
/** Left for what only a person can write. */
export const BLANK = '..............................';

/** Offices as papers name them; the same in every language, since the papers are Indonesian. */
const TITLES: Readonly<Partial<Record<Role, string>>> = {
  ppk: 'PEJABAT PEMBUAT KOMITMEN',
  kpa: 'KUASA PENGGUNA ANGGARAN',
  treasurer: 'BENDAHARA PENGELUARAN',
  lurah: 'LURAH',
  kelurahan_operator: 'PETUGAS',
};

export const plainNumber = (value: number | string): string => formatFigure(BigInt(value));
/** `Rp400.000,00 (empat ratus ribu rupiah)`, as letters and decrees write it. */
export const rupiahInFull = (rupiah: string): string =>
  `${formatRupiah(BigInt(rupiah))},00 (${rupiahInWords(BigInt(rupiah))})`;
export const dateOrBlank = (isoDate: string | null): string => (isoDate === null ? BLANK : indonesianDate(isoDate));

/** The head of the paper: each line larger than the one above, over a thick rule; the address is the office's to add. */
export const letterhead = (lines: readonly string[], width = LINE): Content[] => [
  ...lines.map((text, index) => ({ text, alignment: 'center' as const, bold: true, fontSize: 11 + index * 2 })),
  { canvas: [{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineWidth: 2 }], margin: [0, 0, 0, 12] },
];

export const heading = (...lines: readonly string[]): Content[] =>
  lines.map((text) => ({ text, alignment: 'center', bold: true }));

/** Two columns: what it is called and what it is. */
export const facts = (rows: readonly (readonly [string, string])[]): Content => ({
  layout: 'noBorders',
  margin: [0, 8, 0, 8],
  table: { widths: [150, 6, '*'], body: rows.map(([name, value]) => [name, ':', value]) },
});

/** A table as offices print it: capital headers, numbered columns, figures to the right, a row of totals. */
export function table(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  total: readonly string[],
  figuresFrom: number,
): Content {
  const cell = (text: string, column: number, bold = false) => ({
    ...{ text, bold, fontSize: 8 },
    alignment: column >= figuresFrom ? ('right' as const) : ('left' as const),
  });
  return {
    margin: [0, 6, 0, 6],
    table: {
      headerRows: 2,
      widths: headers.map((_header, column) => (column === 1 ? '*' : 'auto')),
      body: [
        headers.map((text) => ({ text, bold: true, fontSize: 8, alignment: 'center' as const })),
        headers.map((_header, column) => ({ text: `${column + 1}`, fontSize: 7, alignment: 'center' as const })),
        ...rows.map((row) => row.map((text, column) => cell(text, column))),
        total.map((text, column) => cell(text, column, true)),
      ],
    },
  };
}

/** Signatures side by side, the last to sign at the right. An office that has not signed leaves its place blank. */
export function signatures(
  paper: Paper,
  kinds: readonly (readonly [kind: PaperSigner['kind'], role: Role])[],
): Content {
  const blocks = kinds.map(([kind, role]) => {
    const signer = paper.signers.find((one) => one.kind === kind && one.hash === paper.hash);
    return {
      unbreakable: true,
      stack: [
        { text: titleOf(role, signer), bold: true },
        { text: signer === undefined ? '\n\n' : 'ditandatangani secara elektronik\n', italics: true, fontSize: 7 },
        {
          text: signer === undefined ? '' : signedAt(signer.signedAt),
          fontSize: 7,
          margin: [0, 0, 0, 22] as [number, number, number, number],
        },
        { text: signer?.fullName ?? `(${BLANK})`, bold: true, decoration: 'underline' as const },
        { text: signer?.officeName ?? '', fontSize: 8 },
      ],
    };
  });
  return { columns: [...(blocks.length === 1 ? [{ text: '' }] : []), ...blocks], columnGap: 20, margin: [0, 24, 0, 0] };
}

function titleOf(role: Role, signer: PaperSigner | undefined): string {
  const title = TITLES[role] ?? role.toUpperCase();
  if (signer?.acting !== undefined && signer.acting !== null) return `${AUTHORITY_RULES[signer.acting].sign} ${title},`;
  return signer?.isOnBehalf === true ? `a.n. ${title},` : `${title},`;
}

/** One signature at the right, of whoever signed outside a task. */
export const signedBy = (title: string, fullName: string, at: Date): Content => ({
  columns: [
    { text: '' },
    {
      unbreakable: true,
      stack: [
        { text: `${title},`, bold: true },
        { text: 'ditandatangani secara elektronik', italics: true, fontSize: 7 },
        { text: signedAt(at), fontSize: 7, margin: [0, 0, 0, 22] },
        { text: fullName, bold: true, decoration: 'underline' },
      ],
    },
  ],
  columnGap: 20,
  margin: [0, 24, 0, 0],
});

const signedAt = (at: Date): string =>
  `${new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(at)} WIB`;

/** The paper as PDF: its content, the hash and a code to look it up with at the foot of the first page, and pages counted. */
export async function renderPaper(title: string, paper: Paper, content: Content[], publicUrl: string): Promise<Buffer> {
  const look = `${publicUrl}/hash/${paper.hash}`;
  const definition: TDocumentDefinitions = {
    info: { title, creator: 'Amanah' },
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 60],
    defaultStyle: { font: 'Roboto', fontSize: 10 },
    ...(paper.isDraft ? { watermark: { text: 'DRAF', opacity: 0.08 } } : {}),
    content: [
      ...content,
      {
        columns: [
          { qr: look, fit: 70, width: 80 },
          {
            stack: [
              { text: `Sidik isi (SHA-256): ${paper.hash}`, fontSize: 7 },
              { text: `Periksa keaslian: ${look}`, fontSize: 7 },
              { text: paper.isDraft ? 'Draf: isi ini belum ditandatangani seluruhnya.' : '', fontSize: 7, bold: true },
            ],
          },
        ],
        unbreakable: true,
        margin: [0, 24, 0, 0],
      },
    ],
    footer: (page: number, pages: number) => ({
      text: `${title} · Halaman ${page} dari ${pages}`,
      alignment: 'right',
      fontSize: 7,
      margin: [40, 20],
    }),
  };
  return pdfmake.createPdf(definition).getBuffer();
}
