import type { Content } from 'pdfmake/interfaces.js';
import type { OutreachPaper, SessionReport } from '#application';
import { indonesianDate, monthsInWords } from '#domain';
import { translate } from '#messages';
import { BLANK, facts, heading, plainNumber } from '../documents/paper-parts.js';
import { kelurahanHead, plainPaper, toBeSigned } from './outreach-paper.js';

const chapter = (letter: string, title: string, ...content: readonly Content[]): Content[] => [
  { text: `${letter}. ${title}`, bold: true, margin: [0, 10, 0, 4] },
  ...content,
];

/** The report on a session (laporan kegiatan), by the chapters that offices use; of families it says how many. */
export async function sessionReportPdf(paper: OutreachPaper & { readonly report: SessionReport }): Promise<Buffer> {
  const { session, report, head } = paper;
  const unnoted = session.invited - session.present - session.represented - session.absent;
  return plainPaper('Laporan kegiatan sosialisasi', [
    ...kelurahanHead(paper),
    ...heading('LAPORAN KEGIATAN', 'SOSIALISASI PROGRAM SEMBAKO'),
    { text: `Nomor: ${BLANK}`, alignment: 'center', margin: [0, 0, 0, 8] },
    ...chapter('A', 'Dasar', { text: report.basis }),
    ...chapter('B', 'Maksud dan Tujuan', {
      text: `${translate('id', `outreach:topicIs.${session.topic}`)}. ${session.purpose}`,
    }),
    ...chapter(
      ...(['C', 'Waktu dan Tempat'] as const),
      facts([
        ['Tanggal', indonesianDate(session.onDay)],
        ['Pukul', `${session.startsAt.replace(':', '.')} WIB`],
        ['Tempat', session.place],
        ['Periode bantuan', monthsInWords(head.months)],
      ]),
    ),
    ...chapter(
      ...(['D', 'Peserta dan Narasumber'] as const),
      facts([
        ['Keluarga diundang', plainNumber(session.invited)],
        ['Hadir', plainNumber(session.present)],
        ['Diwakili', plainNumber(session.represented)],
        ['Tidak hadir', plainNumber(session.absent)],
        ['Tidak dicatat', plainNumber(unnoted)],
        ['Peserta lain', plainNumber(session.others ?? 0)],
        ['Narasumber', session.speaker],
        ['Materi', session.materials],
      ]),
    ),
    ...chapter('E', 'Hasil', { text: report.outcome }),
    ...chapter('F', 'Kendala', { text: report.obstacles }),
    ...chapter('G', 'Kesimpulan dan Saran', { text: report.conclusion }),
    ...chapter('H', 'Penutup', {
      text: 'Demikian laporan ini disampaikan sebagai bahan pertimbangan lebih lanjut.',
    }),
    { text: `Dicatat oleh ${session.ender ?? BLANK}.`, fontSize: 8, margin: [0, 8, 0, 0] },
    toBeSigned('Penyelenggara'),
  ]);
}
