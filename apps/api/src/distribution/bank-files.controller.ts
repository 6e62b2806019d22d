import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type ExchangedFile,
  ExchangedFileDetail,
  ExchangedFilePage,
  ExchangedFileQuery,
  FileInbox,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const FILE_SHEET: readonly SheetColumn<ExchangedFile>[] = [
  { heading: 'ARAH', cell: ({ direction }) => (direction === 'in' ? 'masuk' : 'keluar') },
  { heading: 'BERKAS', width: 50, cell: ({ name }) => name },
  { heading: 'JENIS', cell: ({ kind }) => kind },
  { heading: 'STATUS', cell: ({ state }) => state },
  { heading: 'ALASAN', width: 26, cell: ({ refusalCode }) => refusalCode },
  { heading: 'BARIS', cell: ({ rows }) => rows },
  { heading: 'WAKTU', width: 26, cell: ({ passedAt }) => new Date(passedAt).toISOString() },
  { heading: 'NOMOR PESAN', width: 30, cell: ({ messageId }) => messageId },
  { heading: 'KODE WILAYAH', cell: ({ cityCode }) => cityCode },
  { heading: 'KABUPATEN/KOTA', width: 26, cell: ({ cityName }) => cityName },
  { heading: 'CARA SALUR', cell: ({ channel }) => channel },
  { heading: 'PENYALUR', width: 26, cell: ({ serviceName }) => serviceName },
];

/** Every file that came from a bank or post office or went to it. */
@Controller('bank-files')
export class BankFilesController {
  constructor(private readonly inbox: FileInbox) {}

  @Get()
  @RequirePower('money:read')
  @Answers(ExchangedFilePage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ExchangedFileQuery }) query: ExchangedFileQuery,
  ): Promise<z.infer<typeof ExchangedFilePage>> {
    return this.inbox.page(actor, query);
  }

  @Get('xlsx')
  @RequirePower('money:read')
  sheet(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ExchangedFileQuery }) query: ExchangedFileQuery,
  ): StreamableFile {
    return listXlsx('berkas-penyalur', FILE_SHEET, (at) => this.inbox.page(actor, { ...query, ...at }));
  }

  /** One file, and what was done with it. */
  @Get(':fileId')
  @RequirePower('money:read')
  @Answers(ExchangedFileDetail)
  async file(
    @CurrentActor() actor: SignedIn,
    @Param('fileId', { schema: z.string().regex(/^\d{1,18}$/) }) fileId: string,
  ): Promise<z.infer<typeof ExchangedFileDetail>> {
    return this.inbox.file(actor, fileId);
  }
}
