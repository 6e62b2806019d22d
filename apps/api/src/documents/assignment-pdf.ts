import type { AssignmentPaper } from '#application';
import { AUTHORITY_RULES, indonesianDate, monthsInWords } from '#domain';
import { facts, heading, letterhead, plainNumber, renderPaper, signedBy, table } from './paper-parts.js';

/** The letter that sends an officer to families: by code, kelurahan and RT/RW, and without a name or an address. */
export async function assignmentPdf(letter: AssignmentPaper, publicUrl: string): Promise<Buffer> {
  const { head, acting, placeName, kecamatanName, cases } = letter;
  const title = `${acting === null ? '' : `${AUTHORITY_RULES[acting].sign} `}KEPALA DINAS SOSIAL`;
  const place =
    kecamatanName === null || kecamatanName === placeName
      ? placeName
      : `Kelurahan ${placeName}, Kecamatan ${kecamatanName}`;
  return renderPaper(
    `Surat tugas ${letter.number}`,
    letter,
    [
      ...letterhead([`PEMERINTAH ${head.cityName.toUpperCase()}`, 'DINAS SOSIAL']),
      ...heading('SURAT TUGAS'),
      { text: `Nomor: ${letter.number}`, alignment: 'center', margin: [0, 0, 0, 12] },
      { text: `${title} ${head.cityName} menugaskan:` },
      facts([
        ['Nama', letter.officer],
        ['Jabatan', 'Tenaga Kesejahteraan Sosial Kecamatan (TKSK)'],
        ['Wilayah', place],
        ['Berlaku', `${indonesianDate(letter.validFrom)} sampai dengan ${indonesianDate(letter.validTo)}`],
      ]),
      {
        text:
          `untuk mengunjungi ${plainNumber(cases.length)} keluarga penerima Program Sembako periode ${monthsInWords(head.months)} ` +
          'yang uangnya sudah masuk dan belum dipakai, sebagaimana daftar berikut, serta melaporkan hasilnya dalam aplikasi Amanah. ' +
          'Petugas tidak memungut biaya, tidak memegang kartu dan tidak menanyakan PIN.',
      },
      table(
        ['No.', 'Kode keluarga', 'Kelurahan', 'RT/RW', 'Batas pakai'],
        cases.map(({ kpmCode, kelurahanName, rtRw, deadlineOn }, place) => [
          ...[`${place + 1}`, kpmCode, kelurahanName, rtRw ?? '–', indonesianDate(deadlineOn)],
        ]),
        ['', 'Jumlah', '', '', plainNumber(cases.length)],
        4,
      ),
      signedBy(title, letter.issuer, letter.issuedAt),
    ],
    publicUrl,
  );
}
