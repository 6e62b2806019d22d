import type { Break, Entitlement, OrderOnBoard } from '#application';
import type { SheetColumn } from '../shared/http/list-xlsx.js';

const rupiah = (amount: string | null): number | null => (amount === null ? null : Number(amount));
const day = (instant: Date | string | null): string => (instant === null ? '' : new Date(instant).toISOString());

export const ORDER_SHEET: readonly SheetColumn<OrderOnBoard>[] = [
  { heading: 'KODE WILAYAH', cell: ({ cityCode }) => cityCode },
  { heading: 'KABUPATEN/KOTA', width: 26, cell: ({ cityName }) => cityName },
  { heading: 'NOMOR PESAN', width: 30, cell: ({ messageId }) => messageId },
  { heading: 'STATUS', cell: ({ state }) => state },
  { heading: 'PENGIRIMAN KE', cell: ({ attempt }) => attempt },
  { heading: 'MEMBAYAR ULANG', cell: ({ isReissue }) => (isReissue ? 'ya' : 'tidak') },
  { heading: 'KPM', cell: ({ families }) => families },
  { heading: 'JUMLAH (Rp)', cell: ({ amountRupiah }) => rupiah(amountRupiah) },
  { heading: 'SPM', cell: ({ spmNumber }) => spmNumber },
  { heading: 'SP2D', cell: ({ sp2dNumber }) => sp2dNumber },
  { heading: 'TANGGAL BAYAR', cell: ({ executionOn }) => executionOn },
  { heading: 'BERKAS BANK TERAKHIR', width: 26, cell: ({ answeredAt }) => day(answeredAt) },
  { heading: 'SELISIH TERBUKA', cell: ({ openBreaks }) => openBreaks },
];

export const BREAK_SHEET: readonly SheetColumn<Break>[] = [
  { heading: 'NOMOR', cell: ({ id }) => `B-${id}` },
  { heading: 'JENIS', cell: ({ type }) => type },
  { heading: 'KPM', cell: ({ kpmCode }) => kpmCode },
  { heading: 'NOMOR PEMBAYARAN', width: 38, cell: ({ endToEndId }) => endToEndId },
  { heading: 'MILIK', cell: ({ owner }) => owner },
  { heading: 'TENGGAT', cell: ({ dueOn }) => dueOn },
  { heading: 'STATUS', cell: ({ state }) => state },
  { heading: 'SEHARUSNYA (Rp)', cell: ({ expectedRupiah }) => rupiah(expectedRupiah) },
  { heading: 'DITEMUKAN (Rp)', cell: ({ foundRupiah }) => rupiah(foundRupiah) },
  { heading: 'ALASAN BANK', cell: ({ reason }) => reason },
  { heading: 'PENYELESAIAN', cell: ({ resolution }) => resolution },
  { heading: 'PENJELASAN', width: 40, cell: ({ explanation }) => explanation },
  { heading: 'DIBUKA', width: 26, cell: ({ openedAt }) => day(openedAt) },
  { heading: 'SELESAI', width: 26, cell: ({ settledAt }) => day(settledAt) },
];

export const ENTITLEMENT_SHEET: readonly SheetColumn<Entitlement>[] = [
  { heading: 'KPM', cell: ({ kpmCode }) => kpmCode },
  { heading: 'KODE KELUARGA', cell: ({ familyCode }) => familyCode },
  { heading: 'KODE WILAYAH', cell: ({ kelurahanCode }) => kelurahanCode },
  { heading: 'KELURAHAN/DESA', width: 26, cell: ({ kelurahanName }) => kelurahanName },
  { heading: 'JUMLAH (Rp)', cell: ({ amountRupiah }) => rupiah(amountRupiah) },
  { heading: 'STATUS', cell: ({ state }) => state },
  { heading: 'ALASAN', cell: ({ reason }) => reason },
  { heading: 'NOMOR PEMBAYARAN', width: 38, cell: ({ endToEndId }) => endToEndId },
  { heading: 'MASUK REKENING', cell: ({ creditedOn }) => creditedOn },
  { heading: 'TRANSAKSI', cell: ({ transactedOn }) => transactedOn },
];
