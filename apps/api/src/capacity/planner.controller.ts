import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { PlannerReader, type SignedIn, VisitPlanQuery, VisitPlanView, Workload } from '#application';
import { Answers } from '../shared/answers.js';
import { listXlsx, oneList, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const PeriodId = (): ParameterDecorator => Param('periodId', { schema: z.uuid() });

const SHEET: readonly SheetColumn<z.infer<typeof Workload>['places'][number]>[] = [
  { heading: 'KODE WILAYAH', cell: ({ kecamatanCode }) => kecamatanCode },
  { heading: 'KECAMATAN', width: 30, cell: ({ kecamatan }) => kecamatan },
  { heading: 'BELUM DIKUNJUNGI', cell: ({ open }) => open },
  { heading: 'MASUK', cell: ({ incoming }) => incoming },
  { heading: 'KUNJUNGAN SEHARI', cell: ({ perWorkingDay }) => perWorkingDay },
  { heading: 'BATAS TERDEKAT', cell: ({ deadlineOn }) => deadlineOn },
  { heading: 'PERKIRAAN SELESAI', cell: ({ finishesOn }) => finishesOn },
  { heading: 'TERLEWAT', cell: ({ missed }) => missed },
];

/** What waits to be visited and by whom, and what more hands would change. Nothing here changes anything. */
@Controller('periods/:periodId')
export class PlannerController {
  constructor(private readonly planner: PlannerReader) {}

  @Get('workload')
  @RequirePower('capacity:read')
  @Answers(Workload)
  async workload(@CurrentActor() actor: SignedIn, @PeriodId() periodId: string): Promise<z.infer<typeof Workload>> {
    return this.planner.workload(actor, periodId);
  }

  /** The kecamatan of it as a file. */
  @Get('workload/xlsx')
  @RequirePower('capacity:read')
  async sheet(@CurrentActor() actor: SignedIn, @PeriodId() periodId: string): Promise<StreamableFile> {
    const { places } = await this.planner.workload(actor, periodId);
    return listXlsx(
      'beban-kunjungan',
      SHEET,
      oneList(() => Promise.resolve(places)),
    );
  }

  /** The best plan under what is asked for, beside what today's TKSK do alone. */
  @Get('visit-plan')
  @RequirePower('capacity:read')
  @Answers(VisitPlanView)
  async plan(
    @CurrentActor() actor: SignedIn,
    @PeriodId() periodId: string,
    @Query({ schema: VisitPlanQuery }) query: VisitPlanQuery,
  ): Promise<z.infer<typeof VisitPlanView>> {
    return this.planner.plan(actor, periodId, query);
  }
}
