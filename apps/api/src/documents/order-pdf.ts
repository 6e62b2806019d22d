import type { OrderPaper } from '#application';
import { formatRupiah, monthsInWords } from '#domain';
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
} from './paper-parts.js';

const NAMES = {
  spp: 'SURAT PERMINTAAN PEMBAYARAN (SPP)',
  spm: 'SURAT PERINTAH MEMBAYAR (SPM)',
  si: 'SURAT PERINTAH PEMINDAHBUKUAN (STANDING INSTRUCTION)',
} as const;

/** The papers of a payment order, in the order of their fields; what the treasury gives (KPPN, satker, SP2D) is blank until it is entered. */
export async function orderPdf(paper: OrderPaper, publicUrl: string): Promise<Buffer> {
  const { head } = paper;
  const months = monthsInWords(head.months);
  const isRequest = paper.kind === 'spp';
  return renderPaper(
    `${NAMES[paper.kind]} ${head.cityName} ${months}`,
    paper,
    [
      ...letterhead(['KEMENTERIAN SOSIAL REPUBLIK INDONESIA', 'PROGRAM SEMBAKO']),
      ...heading(NAMES[paper.kind], `Nomor ${paper.number ?? BLANK}   Tanggal ${dateOrBlank(paper.date)}`),
      ...(paper.kind === 'si' ? [instruction(paper, months)] : [facts(treasuryFields(paper, months))]),
      { text: `Jumlah: ${rupiahInFull(paper.amountRupiah)}`, bold: true, margin: [0, 6, 0, 6] },
      signatures(
        paper,
        isRequest
          ? [['payment.request', 'ppk']]
          : [
              ['payment.request', 'ppk'],
              ['payment.release', 'treasurer'],
            ],
      ),
    ],
    publicUrl,
  );
}

const treasuryFields = (paper: OrderPaper, months: string): (readonly [string, string])[] => [
  ['KPPN', BLANK],
  ['Satuan kerja', BLANK],
  ['Tahun anggaran', paper.head.periodCode.slice(0, 4)],
  [
    'Dasar pembayaran',
    `DIPA Nomor ${paper.dipa?.dipaNumber ?? BLANK} tanggal ${dateOrBlank(paper.dipa?.dipaOn ?? null)}`,
  ],
  ['Keputusan penerima', `Nomor ${paper.decreeNumber ?? BLANK}`],
  ['Jenis pembayaran', 'Langsung (LS), banyak penerima'],
  ['Kepada', `${plainNumber(paper.families)} KPM ${paper.head.cityName}, alokasi bulan ${months}`],
  ...destination(paper),
  ['Nomor SP2D', paper.sp2dNumber ?? BLANK],
];

const BY = {
  card: { whom: 'Bank Penyalur', how: 'dipindahbukukan' },
  post: { whom: 'Kantor Pos Penyalur', how: 'dibayarkan tunai' },
} as const satisfies Record<OrderPaper['channel'], object>;

const instruction = (paper: OrderPaper, months: string) => ({
  stack: [
    {
      text: `Kepada Yth.\nPimpinan ${BY[paper.channel].whom}`,
      margin: [0, 12, 0, 8] as [number, number, number, number],
    },
    {
      text: `Mohon ${BY[paper.channel].how} dana dari Rekening ${paper.payer.name} Nomor ${paper.payer.account} sebesar ${rupiahInFull(paper.amountRupiah)} kepada ${plainNumber(paper.families)} KPM ${paper.head.cityName} untuk alokasi bulan ${months}, menurut berkas data di bawah ini.`,
    },
    facts([
      ['Bank penyalur (kode kliring)', [paper.payer.serviceName, paper.payer.bankCode].filter(Boolean).join(', ')],
      ['Nomor SP2D', paper.sp2dNumber ?? BLANK],
      ['Tanggal pelaksanaan', dateOrBlank(paper.executionOn)],
      ['Nama berkas data', `${paper.messageId}.pain001.xml`],
      ['Sidik berkas (SHA-256)', paper.fileSha256 ?? BLANK],
      ['Jumlah kendali', `${plainNumber(paper.families)} instruksi, ${formatRupiah(BigInt(paper.amountRupiah))},00`],
      ...destination(paper),
    ]),
  ],
});

/** Who is paid to another account than the roster's, and who in cash, is for signatories to know. */
const destination = ({ newAccounts, channel }: OrderPaper): (readonly [string, string])[] => [
  ...(newAccounts === 0 ? [] : ([['Ke rekening baru', `${plainNumber(newAccounts)} KPM`]] as const)),
  ...(channel === 'card' ? [] : ([['Cara salur', 'Tunai di kantor pos, diambil KPM dengan KTP-el']] as const)),
];
