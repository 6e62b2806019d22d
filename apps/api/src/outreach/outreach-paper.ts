import pdfmake from 'pdfmake';
import type { Content, PageSize } from 'pdfmake/interfaces.js';
import type { OutreachPaper } from '#application';
import { BLANK, letterhead } from '../documents/paper-parts.js';
import '../shared/pdf-fonts.js';

/** The kelurahan's letterhead: who invites is who is near. */
export const kelurahanHead = ({ head, kelurahanName, kecamatanName }: OutreachPaper, width?: number): Content[] =>
  letterhead(
    [
      `PEMERINTAH ${head.cityName.toUpperCase()}`,
      `KECAMATAN ${(kecamatanName ?? BLANK).toUpperCase()}`,
      `KELURAHAN ${kelurahanName.toUpperCase()}`,
    ],
    width,
  );

/** A signature that a person writes: number and name are left blank until then. */
export const toBeSigned = (title: string): Content => ({
  columns: [
    { text: '' },
    { unbreakable: true, stack: [{ text: `${title},` }, { text: '\n\n\n' }, { text: `(${BLANK})` }] },
  ],
  columnGap: 20,
  margin: [0, 16, 0, 0],
});

/** A paper that nobody signs in the system: pages counted, and no code to look it up with. */
export async function plainPaper(title: string, content: Content[], pageSize: PageSize = 'A4'): Promise<Buffer> {
  return pdfmake
    .createPdf({
      info: { title, creator: 'Amanah' },
      pageSize,
      pageMargins: [40, 40, 40, 50],
      defaultStyle: { font: 'Roboto', fontSize: 10 },
      content,
      footer: (page: number, pages: number) => ({
        ...{ text: `${title} · Halaman ${page} dari ${pages}`, alignment: 'right' as const, fontSize: 7 },
        margin: [40, 16] as [number, number],
      }),
    })
    .getBuffer();
}
