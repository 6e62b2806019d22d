import type { MinutesPaper } from '#application';
import { indonesianDateInWords, monthsInWords } from '#domain';
import { translate } from '#messages';
import { BLANK, facts, heading, letterhead, plainNumber, renderPaper, signatures, table } from './paper-parts.js';

/** Minutes of the ward meeting on the list of a kelurahan: how many are eligible, how many are not and why. Place, time and attendance are written by hand. */
export async function minutesPdf(paper: MinutesPaper, publicUrl: string): Promise<Buffer> {
  const { head, kelurahanName, kecamatanName } = paper;
  const months = monthsInWords(head.months);
  const opening = paper.date === null ? BLANK : indonesianDateInWords(paper.date);
  const rows = paper.verdicts.map(({ verdict, reason, families }, index) => [
    `${index + 1}`,
    [
      verdict === null ? 'Belum diputuskan' : translate('id', `web:verdict.${verdict}`),
      ...(reason === null ? [] : [translate('id', `web:reason.${reason}`)]),
    ].join(': '),
    plainNumber(families),
  ]);
  return renderPaper(
    `Berita acara musyawarah Kelurahan ${kelurahanName} ${months}`,
    paper,
    [
      ...letterhead([
        `PEMERINTAH ${head.cityName.toUpperCase()}`,
        `KECAMATAN ${(kecamatanName ?? BLANK).toUpperCase()}`,
        `KELURAHAN ${kelurahanName.toUpperCase()}`,
      ]),
      ...heading(
        'BERITA ACARA MUSYAWARAH KELURAHAN',
        'VERIFIKASI DAN VALIDASI DAFTAR KPM PROGRAM SEMBAKO',
        `ALOKASI BULAN ${months.toUpperCase()}`,
      ),
      { text: `Nomor: ${paper.number ?? BLANK}`, alignment: 'center', margin: [0, 0, 0, 8] },
      { text: `Pada hari ini, ${opening} telah dilaksanakan musyawarah di:` },
      facts([
        ['Provinsi', head.provinceName ?? BLANK],
        ['Kota/Kabupaten', head.cityName],
        ['Kecamatan', kecamatanName ?? BLANK],
        ['Kelurahan', kelurahanName],
        ['Tempat dan waktu', BLANK],
        ['Jumlah yang hadir', BLANK],
      ]),
      { text: 'Berdasarkan hasil kegiatan tersebut telah disepakati hasil pelaksanaan musyawarah sebagai berikut:' },
      table(['NO', 'HASIL', 'KPM'], rows, ['', 'JUMLAH DAFTAR', plainNumber(paper.families)], 2),
      { text: 'Demikian berita acara ini dibuat untuk digunakan sebagaimana mestinya.' },
      signatures(paper, [
        ['verification.complete', 'kelurahan_operator'],
        ['endorsement.lurah', 'lurah'],
      ]),
    ],
    publicUrl,
  );
}
