import type { SanctionLetter } from '#application';
import { indonesianDate, monthsInWords } from '#domain';
import { translate } from '#messages';
import { BLANK, facts, heading, letterhead, renderPaper, signedBy } from './paper-parts.js';

const DECIDED = { suspend: 'ditangguhkan dari', exclude: 'dikeluarkan dari' } as const;

/** The letter that tells a family what was decided about it, why, and until when it may object. */
export async function sanctionPdf(letter: SanctionLetter, publicUrl: string): Promise<Buffer> {
  const { head, kind, finding, kelurahanName, kecamatanName, rt, rw } = letter;
  const until = indonesianDate(letter.objectionUntil);
  return renderPaper(
    `Surat pemberitahuan ${letter.kpmCode}`,
    letter,
    [
      ...letterhead([`PEMERINTAH ${head.cityName.toUpperCase()}`, 'DINAS SOSIAL']),
      ...heading('SURAT PEMBERITAHUAN'),
      { text: `Nomor: ${letter.number ?? BLANK}`, alignment: 'center', margin: [0, 0, 0, 12] },
      { text: 'Kepada Yth.' },
      { text: letter.fullName, bold: true },
      { text: [letter.address, rt === '' ? '' : `RT ${rt}`, rw === '' ? '' : `RW ${rw}`].filter(Boolean).join(', ') },
      { text: `Kelurahan ${kelurahanName}, Kecamatan ${kecamatanName ?? BLANK}`, margin: [0, 0, 0, 12] },
      {
        text:
          `Dengan ini kami beritahukan bahwa keluarga Saudara diputuskan untuk ${DECIDED[kind]} daftar penerima Program Sembako ` +
          `periode ${monthsInWords(head.months)} dan selanjutnya, dengan keterangan sebagai berikut:`,
      },
      facts([
        ['Kode keluarga', letter.kpmCode],
        ['Sebab', translate('id', `web:finding.${finding}`)],
        ['Diperiksa pada', indonesianDate(letter.date)],
        ['Batas keberatan', until],
      ]),
      {
        text:
          `Saudara dapat mengajukan keberatan sampai dengan ${until} di kantor Kelurahan ${kelurahanName} atau Dinas Sosial, ` +
          'dengan membawa surat ini. Keberatan diputuskan oleh pejabat yang tidak ikut mengambil keputusan ini. ' +
          'Sebelum batas itu lewat, dan selama keberatan belum diputuskan, keputusan ini belum berlaku.',
      },
      signedBy('KEPALA DINAS SOSIAL', letter.verifier, letter.verifiedAt),
    ],
    publicUrl,
  );
}
