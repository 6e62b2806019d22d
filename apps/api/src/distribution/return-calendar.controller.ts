import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import {
  type OrderToReturn,
  ReturnCalendar,
  ReturnCalendarPage,
  ReturnCalendarQuery,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const STAGE_WORDS: Record<OrderToReturn['stage'], string> = {
  ahead: 'masih berjalan',
  soon: 'mendekati tenggat',
  near: 'segera jatuh tempo',
  due: 'lewat tenggat, belum diperintahkan',
  at_bank: 'diperintahkan, menunggu setoran',
  deposited: 'disetor, menunggu konfirmasi',
  done: 'selesai',
};

const RETURN_SHEET: readonly SheetColumn<OrderToReturn>[] = [
  { heading: 'HARI TERAKHIR', cell: ({ lastDayOfUse }) => lastDayOfUse },
  { heading: 'SISA HARI', cell: ({ daysLeft }) => daysLeft },
  { heading: 'STATUS', width: 34, cell: ({ stage }) => STAGE_WORDS[stage] },
  { heading: 'NOMOR PESAN', width: 30, cell: ({ messageId }) => messageId },
  { heading: 'KODE WILAYAH', cell: ({ cityCode }) => cityCode },
  { heading: 'KABUPATEN/KOTA', width: 26, cell: ({ cityName }) => cityName },
  { heading: 'PENYALUR', width: 30, cell: ({ payer }) => payer },
  { heading: 'CARA SALUR', cell: ({ channel }) => channel },
  { heading: 'BELUM DIPAKAI (KPM)', cell: ({ unused }) => unused },
  { heading: 'BELUM DIPAKAI (Rp)', cell: ({ unusedRupiah }) => Number(unusedRupiah) },
  { heading: 'DITAHAN (KPM)', cell: ({ onHold }) => onHold },
  { heading: 'DISETOR KEMBALI (KPM)', cell: ({ returned }) => returned },
  { heading: 'DISETOR KEMBALI (Rp)', cell: ({ returnedRupiah }) => Number(returnedRupiah) },
];

/** Which orders' money goes back to the treasury on which day. */
@Controller('return-calendar')
export class ReturnCalendarController {
  constructor(private readonly calendar: ReturnCalendar) {}

  @Get()
  @RequirePower('money:read')
  @Answers(ReturnCalendarPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ReturnCalendarQuery }) query: ReturnCalendarQuery,
  ): Promise<z.infer<typeof ReturnCalendarPage>> {
    return this.calendar.page(actor, query);
  }

  @Get('xlsx')
  @RequirePower('money:read')
  sheet(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ReturnCalendarQuery }) query: ReturnCalendarQuery,
  ): StreamableFile {
    return listXlsx('kalender-pengembalian', RETURN_SHEET, (at) => this.calendar.page(actor, { ...query, ...at }));
  }
}
