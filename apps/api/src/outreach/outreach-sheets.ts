import type { z } from 'zod';
import type { NamedFamily, OutreachFamilyPage, OutreachSession } from '#application';
import { translate } from '#messages';
import type { SheetColumn } from '../shared/http/list-xlsx.js';

const word = (key: string, of: string | null): string => (of === null ? '' : translate('id', `outreach:${key}.${of}`));

export const SESSION_SHEET: readonly SheetColumn<OutreachSession>[] = [
  { heading: 'TANGGAL', cell: ({ onDay }) => onDay },
  { heading: 'PUKUL', cell: ({ startsAt }) => startsAt },
  { heading: 'KELURAHAN', width: 26, cell: ({ kelurahanName }) => kelurahanName },
  { heading: 'TEMPAT', width: 30, cell: ({ place }) => place },
  { heading: 'TOPIK', width: 26, cell: ({ topic }) => word('topicIs', topic) },
  { heading: 'NARASUMBER', width: 26, cell: ({ speaker }) => speaker },
  { heading: 'STATUS', cell: ({ state, isLate }) => word('stateIs', isLate ? 'late' : state) },
  { heading: 'DIUNDANG (KPM)', cell: ({ invited }) => invited },
  { heading: 'HADIR', cell: ({ present }) => present },
  { heading: 'DIWAKILI', cell: ({ represented }) => represented },
  { heading: 'TIDAK HADIR', cell: ({ absent }) => absent },
  { heading: 'PESERTA LAIN', cell: ({ others }) => others },
  { heading: 'ALASAN BATAL', width: 40, cell: ({ reason }) => reason },
];

/** The attendance list without names, for whoever reads the session. */
export const MASKED_SHEET: readonly SheetColumn<z.infer<typeof OutreachFamilyPage>['rows'][number]>[] = [
  { heading: 'KODE KPM', width: 20, cell: ({ kpmCode }) => kpmCode },
  { heading: 'NIK', cell: ({ nikMasked }) => nikMasked },
  { heading: 'RT/RW', cell: ({ rtRw }) => rtRw },
  { heading: 'SUDAH TRANSAKSI', cell: ({ hasTransacted }) => (hasTransacted ? 'ya' : 'belum') },
  { heading: 'KEHADIRAN', cell: ({ attendance }) => word('attendanceIs', attendance) },
];

/** The attendance list by name, to be signed at the door. */
export const NAMED_SHEET: readonly SheetColumn<NamedFamily>[] = [
  { heading: 'KODE KPM', width: 20, cell: ({ kpmCode }) => kpmCode },
  { heading: 'NAMA', width: 32, cell: ({ fullName }) => fullName },
  { heading: 'ALAMAT', width: 40, cell: ({ address }) => address },
  { heading: 'RT', cell: ({ rt }) => rt },
  { heading: 'RW', cell: ({ rw }) => rw },
  { heading: 'KEHADIRAN', cell: ({ attendance }) => word('attendanceIs', attendance) },
  { heading: 'TANDA TANGAN', width: 26, cell: () => '' },
];
