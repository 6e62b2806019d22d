import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Dashboard, type DashboardPart, DashboardQuery, DashboardReader, type SignedIn } from '#application';
import { Answers } from '../shared/answers.js';
import { listXlsx, oneList, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const Uuid = { schema: z.uuid() };
type Figure = keyof DashboardPart['figures'];

const FIGURES: readonly (readonly [string, Figure])[] = [
  ['ALOKASI', 'allocated'],
  ['DIPERINTAHKAN', 'ordered'],
  ['MASUK REKENING', 'credited'],
  ['SUDAH TRANSAKSI', 'transacted'],
  ['TIDAK TRANSAKSI', 'notTransacted'],
  ['DISETOR KEMBALI', 'returned'],
  ['DALAM PROSES', 'pending'],
  ['GAGAL SEBELUM BAYAR', 'failed'],
  ['BELUM COCOK', 'unreconciled'],
  ['BELUM DIALOKASIKAN', 'unallocated'],
  ['SISA', 'remainder'],
];

const PART_SHEET: readonly SheetColumn<DashboardPart>[] = [
  { heading: 'KODE WILAYAH', cell: ({ territoryCode }) => territoryCode },
  { heading: 'WILAYAH', width: 30, cell: ({ name }) => name },
  ...FIGURES.flatMap(([heading, figure]): SheetColumn<DashboardPart>[] => [
    { heading: `${heading} (KPM)`, cell: ({ figures }) => figures[figure].families },
    { heading: `${heading} (Rp)`, cell: ({ figures }) => Number(figures[figure].amountRupiah) },
  ]),
  { heading: 'TINDAK LANJUT TERBUKA', cell: ({ openCases }) => openCases },
  { heading: 'SELISIH TERBUKA', cell: ({ openBreaks }) => openBreaks },
  { heading: 'TRANSAKSI PERIODE SEBELUMNYA (KPM)', cell: ({ before }) => before?.transacted.families ?? null },
];

/** A territory of a period with its parts. */
@Controller('periods/:periodId/dashboard')
export class DashboardController {
  constructor(private readonly dashboard: DashboardReader) {}

  @Get()
  @RequirePower('money:read')
  @Answers(Dashboard)
  async read(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: DashboardQuery }) query: DashboardQuery,
  ): Promise<z.infer<typeof Dashboard>> {
    return this.dashboard.read(actor, periodId, query);
  }

  /** The table of the parts as a workbook. */
  @Get('xlsx')
  @RequirePower('money:read')
  async sheet(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: DashboardQuery }) query: DashboardQuery,
  ): Promise<StreamableFile> {
    const parts = await this.dashboard.parts(actor, periodId, query);
    return listXlsx(
      'dasbor-wilayah',
      PART_SHEET,
      oneList(() => Promise.resolve(parts)),
    );
  }
}
