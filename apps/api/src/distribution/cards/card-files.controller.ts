import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import {
  CardFileIntake,
  CardFileQuery,
  CardFiles,
  CardFileTaken,
  CardFindingPage,
  CONFIG,
  PageQuery,
  type SignedIn,
} from '#application';
import type { Config } from '#config';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor } from '../../shared/request-context.js';
import { BANK_FILE, withUpload } from '../../shared/upload.js';

/** What a file looks like, with made-up people; `docs/bank-cards.md` says what each column means. */
const SAMPLE = [
  'NOREF,NOKARTU,NIK,KODE_KELURAHAN,STATUS,TANGGAL,ALASAN,HARI_SERAH,PENGGANTI',
  'CONTOH-2023-000001,6013019900000001,3275020101800001,32.75.02.1001,DICETAK,2023-03-01,,,',
  'CONTOH-2023-000001,6013019900000001,3275020101800001,32.75.02.1001,DI_KELURAHAN,2023-03-03,,2023-03-06,',
  'CONTOH-2023-000001,6013019900000001,3275020101800001,32.75.02.1001,DISERAHKAN,2023-03-06,,,',
  'CONTOH-2023-000002,6013019900000002,3275020101800002,32.75.02.1001,TIDAK_DISERAHKAN,2023-03-06,PINDAH,,',
  'CONTOH-2023-000003,6013019900000003,3275020101800003,32.75.02.1001,TIDAK_DISERAHKAN,2023-03-06,,,',
  'CONTOH-2023-000004,6013019900000004,3275020101800001,32.75.02.1001,DICETAK,2023-03-06,,,CONTOH-2023-000001',
  '',
].join('\r\n');

/** Files by which banks say where their cards are. */
@Controller('card-files')
export class CardFilesController {
  constructor(
    private readonly files: CardFileIntake,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @RequirePower('card:read')
  @Answers(CardFiles)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof CardFiles>> {
    return this.files.list(actor);
  }

  @Get('sample')
  @RequirePower('card:read')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="contoh-berkas-kartu.csv"')
  sample(): string {
    return SAMPLE;
  }

  /** Takes a file of the sender's own bank, or shows what it would do. The same file again is the first. */
  @Post()
  @HttpCode(200)
  @RequirePower('card:load')
  @ApiConsumes('multipart/form-data')
  @Answers(CardFileTaken)
  async take(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CardFileQuery }) { rehearse }: z.infer<typeof CardFileQuery>,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof CardFileTaken>> {
    return withUpload(request, this.config.exchangeDir, BANK_FILE, (file) =>
      this.files.take(actor, file, rehearse === 'yes', request.id),
    );
  }

  /** What was wrong with lines, by row and column; never what a line held. */
  @Get(':fileId/findings')
  @RequirePower('card:read')
  @Answers(CardFindingPage)
  async findings(
    @CurrentActor() actor: SignedIn,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<z.infer<typeof CardFindingPage>> {
    return this.files.findings(actor, fileId, query);
  }
}
