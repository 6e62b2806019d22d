import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { type PayerScore, Scorecard, ScoreQuery, Scores, type SignedIn } from '#application';
import { Answers } from '../shared/answers.js';
import { listXlsx, oneList, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const Uuid = { schema: z.uuid() };

const SCORE_SHEET: readonly SheetColumn<PayerScore>[] = [
  { heading: 'BULAN', cell: ({ months }) => months.join(', ') },
  { heading: 'PENYALUR', width: 30, cell: ({ payer }) => payer },
  { heading: 'CARA SALUR', cell: ({ channel }) => channel },
  { heading: 'DIPERINTAHKAN (KPM)', cell: ({ ordered }) => ordered },
  { heading: 'DIPERINTAHKAN (Rp)', cell: ({ orderedRupiah }) => Number(orderedRupiah) },
  { heading: 'MASUK REKENING (KPM)', cell: ({ credited }) => credited },
  { heading: 'GAGAL (KPM)', cell: ({ failed }) => failed },
  {
    heading: 'SEBAB GAGAL',
    width: 40,
    cell: ({ failedFor }) => failedFor.map(({ reason, families }) => `${reason ?? '-'}: ${families}`).join('; '),
  },
  { heading: 'BERKAS DIKIRIM', cell: ({ sent }) => sent },
  { heading: 'JAWABAN TERLAMBAT', cell: ({ late }) => late },
  { heading: 'BATAS JAWABAN (HARI)', cell: ({ answerDays }) => answerDays },
  { heading: 'SELISIH DIBUKA', cell: ({ breaksOpened }) => breaksOpened },
  { heading: 'SELISIH MASIH TERBUKA', cell: ({ breaksOpen }) => breaksOpen },
  { heading: 'MENGENDAP LEWAT TENGGAT (KPM)', cell: ({ idle }) => idle },
  { heading: 'MENGENDAP LEWAT TENGGAT (Rp)', cell: ({ idleRupiah }) => Number(idleRupiah) },
  { heading: 'DISETOR KEMBALI (KPM)', cell: ({ returned }) => returned },
  { heading: 'DISETOR KEMBALI (Rp)', cell: ({ returnedRupiah }) => Number(returnedRupiah) },
];

/** How well each bank and post office pays. */
@Controller('periods/:periodId/scorecard')
export class ScorecardController {
  constructor(private readonly scorecard: Scorecard) {}

  @Get()
  @RequirePower('money:read')
  @Answers(Scores)
  async read(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: ScoreQuery }) query: ScoreQuery,
  ): Promise<z.infer<typeof Scores>> {
    return this.scorecard.read(actor, periodId, query);
  }

  @Get('xlsx')
  @RequirePower('money:read')
  sheet(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: ScoreQuery }) query: ScoreQuery,
  ): StreamableFile {
    return listXlsx(
      'rapor-penyalur',
      SCORE_SHEET,
      oneList(() => this.scorecard.read(actor, periodId, query)),
    );
  }
}
