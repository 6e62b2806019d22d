import type { DecreePaper } from '#application';
import { monthsInWords } from '#domain';
import { translate } from '#messages';
import {
  BLANK,
  dateOrBlank,
  facts,
  heading,
  letterhead,
  plainNumber,
  renderPaper,
  rupiahInFull,
  signatures,
  table,
} from './paper-parts.js';

/**
 * The decree on the recipients of a city: set by the PPK, ratified by the KPA (PMK 254/2015), with the recapitulation by
 * kelurahan. Its number and the place of signing are the office's to give.
 */
export async function decreePdf(paper: DecreePaper, publicUrl: string): Promise<Buffer> {
  const { head } = paper;
  const months = monthsInWords(head.months);
  const rows = paper.places.map(({ name, families, amountRupiah }, index) => [
    `${index + 1}`,
    name,
    plainNumber(families),
    plainNumber(amountRupiah),
  ]);
  const left = Object.entries(paper.excluded);
  return renderPaper(
    `Keputusan penerima ${head.cityName} ${months}`,
    paper,
    [
      ...letterhead(['KEMENTERIAN SOSIAL REPUBLIK INDONESIA', 'KUASA PENGGUNA ANGGARAN PROGRAM SEMBAKO']),
      ...heading(
        'KEPUTUSAN PEJABAT PEMBUAT KOMITMEN',
        `NOMOR ${paper.number ?? BLANK}`,
        'TENTANG',
        `PENETAPAN KELUARGA PENERIMA MANFAAT PROGRAM SEMBAKO ${head.cityName.toUpperCase()}`,
        `ALOKASI BULAN ${months.toUpperCase()}`,
      ),
      { text: 'MEMUTUSKAN :', bold: true, alignment: 'center', margin: [0, 12, 0, 4] },
      facts([
        [
          'KESATU',
          `Menetapkan ${plainNumber(paper.families)} Keluarga Penerima Manfaat (KPM) di ${head.cityName} dengan jumlah bantuan ${rupiahInFull(paper.amountRupiah)} untuk alokasi bulan ${months}.`,
        ],
        ['KEDUA', 'Rekapitulasi per kelurahan tercantum dalam Lampiran yang tidak terpisahkan dari Keputusan ini.'],
        [
          'KETIGA',
          `Pembiayaan dibebankan pada DIPA Nomor ${paper.dipa?.dipaNumber ?? BLANK} tanggal ${dateOrBlank(paper.dipa?.dipaOn ?? null)}.`,
        ],
        ['KEEMPAT', 'Apabila di kemudian hari terdapat kekeliruan akan diadakan perbaikan sebagaimana mestinya.'],
        ['KELIMA', 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'],
      ]),
      { text: `Ditetapkan di ${BLANK}\npada tanggal ${dateOrBlank(paper.date)}`, alignment: 'right' },
      signatures(paper, [
        ['closing.ratify', 'kpa'],
        ['closing.set', 'ppk'],
      ]),
      { text: 'LAMPIRAN', bold: true, pageBreak: 'before' },
      table(
        ['NO', 'KELURAHAN', 'KPM', 'JUMLAH (Rp)'],
        rows,
        ['', 'JUMLAH', plainNumber(paper.families), plainNumber(paper.amountRupiah)],
        2,
      ),
      { text: `Terbilang: ${rupiahInFull(paper.amountRupiah)}`, italics: true },
      ...(left.length === 0
        ? []
        : [{ text: 'Tidak ditetapkan, menurut alasan:', margin: [0, 8, 0, 0] as [number, number, number, number] }]),
      ...left.map(([reason, families]) => ({
        text: `${translate('id', `web:exclusion.${reason}`)}: ${plainNumber(families)} KPM`,
        fontSize: 9,
      })),
    ],
    publicUrl,
  );
}
