import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  NewStipendStatement,
  OwnStipends,
  type SignedIn,
  StipendRefusal,
  Stipends,
  StipendService,
} from '#application';
import type { StipendLine } from '#domain';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, oneList, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const Made = z.object({ id: z.uuid() }).meta({ id: 'MadeStipendStatement' });

/** The columns of a receipt list (daftar penerimaan) that are known here; account, tax and signature are filled in by the treasurer. */
const PAY_LIST: readonly SheetColumn<StipendLine>[] = [
  { heading: 'NAMA', width: 30, cell: ({ officer }) => officer },
  { heading: 'KODE WILAYAH', cell: ({ placeCode }) => placeCode },
  { heading: 'KECAMATAN', width: 30, cell: ({ place }) => place },
  { heading: 'HARI BERTUGAS', cell: ({ servedDays }) => servedDays },
  { heading: 'TALI ASIH', cell: ({ serviceRupiah }) => Number(serviceRupiah) },
  { heading: 'KUNJUNGAN', cell: ({ visits }) => visits },
  { heading: 'UANG KUNJUNGAN', cell: ({ visitsRupiah }) => Number(visitsRupiah) },
  { heading: 'JUMLAH', cell: ({ totalRupiah }) => Number(totalRupiah) },
  { heading: 'PPH 21', cell: () => null },
  { heading: 'NOMOR REKENING', width: 26, cell: () => null },
  { heading: 'TANDA TANGAN', width: 26, cell: () => null },
];

/** What TKSK are paid by month, by two persons of the city; each TKSK sees their own. */
@Controller('stipends')
export class StipendsController {
  constructor(private readonly stipends: StipendService) {}

  @Get()
  @RequirePower('stipend:read')
  @Answers(Stipends)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof Stipends>> {
    return this.stipends.list(actor);
  }

  @Get('own')
  @RequirePower('stipend:own')
  @Answers(OwnStipends)
  async own(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof OwnStipends>> {
    return this.stipends.own(actor);
  }

  @Get(':statementId/xlsx')
  @RequirePower('stipend:read')
  async sheet(@CurrentActor() actor: SignedIn, @Param('statementId', Id) statementId: string): Promise<StreamableFile> {
    const { cityCode, month, version, lines } = await this.stipends.find(actor, statementId);
    const rows = () => Promise.resolve(lines);
    return listXlsx(`tali-asih-${cityCode}-${month}-v${version}`, PAY_LIST, oneList(rows));
  }

  @Post()
  @RequirePower('stipend:propose')
  @IsCommand()
  @Answers(Made, 201)
  async propose(
    @Command() context: CommandContext,
    @Body({ schema: NewStipendStatement }) command: NewStipendStatement,
  ): Promise<z.infer<typeof Made>> {
    return this.stipends.propose(context, command);
  }

  @Post(':statementId/approve')
  @HttpCode(204)
  @RequirePower('stipend:approve')
  @IsCommand()
  async approve(@Command() context: CommandContext, @Param('statementId', Id) statementId: string): Promise<void> {
    await this.stipends.approve(context, statementId);
  }

  @Post(':statementId/refuse')
  @HttpCode(204)
  @RequirePower('stipend:approve')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('statementId', Id) statementId: string,
    @Body({ schema: StipendRefusal }) command: StipendRefusal,
  ): Promise<void> {
    await this.stipends.refuse(context, statementId, command);
  }

  @Post(':statementId/withdraw')
  @HttpCode(204)
  @RequirePower('stipend:propose')
  @IsCommand()
  async withdraw(@Command() context: CommandContext, @Param('statementId', Id) statementId: string): Promise<void> {
    await this.stipends.withdraw(context, statementId);
  }
}
