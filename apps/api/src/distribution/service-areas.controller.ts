import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  NewServiceArea,
  ServiceAreaRefusal,
  ServiceAreas,
  ServiceAreaService,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, oneList, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const Made = z.object({ id: z.uuid() }).meta({ id: 'MadeServiceArea' });

const AREA_SHEET: readonly SheetColumn<z.infer<typeof ServiceAreas>['areas'][number]>[] = [
  { heading: 'PROGRAM', cell: ({ programme }) => programme },
  { heading: 'KODE WILAYAH', cell: ({ territoryCode }) => territoryCode },
  { heading: 'WILAYAH', width: 26, cell: ({ territoryName }) => territoryName },
  { heading: 'CARA SALUR', cell: ({ channel }) => channel },
  { heading: 'BERLAKU SEJAK', cell: ({ validFrom }) => validFrom },
  { heading: 'PENYALUR', width: 30, cell: ({ serviceName }) => serviceName },
  { heading: 'KODE KLIRING', cell: ({ bankCode }) => bankCode },
  { heading: 'NAMA PEMBAYAR', width: 30, cell: ({ payerName }) => payerName },
  { heading: 'REKENING PEMBAYAR', width: 26, cell: ({ payerAccount }) => payerAccount },
  { heading: 'DASAR', width: 40, cell: ({ paper }) => paper },
  { heading: 'STATUS', cell: ({ state }) => state },
];

/** Which bank or post office pays which territory, and its changes by two persons. */
@Controller('service-areas')
export class ServiceAreasController {
  constructor(private readonly areas: ServiceAreaService) {}

  @Get()
  @RequirePower('policy:read')
  @Answers(ServiceAreas)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof ServiceAreas>> {
    return this.areas.list(actor);
  }

  @Get('xlsx')
  @RequirePower('policy:read')
  sheet(@CurrentActor() actor: SignedIn): StreamableFile {
    return listXlsx(
      'penyalur',
      AREA_SHEET,
      oneList(async () => (await this.areas.list(actor)).areas),
    );
  }

  @Post()
  @RequirePower('policy:write')
  @IsCommand()
  @Answers(Made, 201)
  async propose(
    @Command() context: CommandContext,
    @Body({ schema: NewServiceArea }) command: NewServiceArea,
  ): Promise<z.infer<typeof Made>> {
    return this.areas.propose(context, command);
  }

  @Post(':areaId/confirm')
  @HttpCode(204)
  @RequirePower('policy:confirm')
  @IsCommand()
  async confirm(@Command() context: CommandContext, @Param('areaId', Id) areaId: string): Promise<void> {
    await this.areas.confirm(context, areaId);
  }

  @Post(':areaId/refuse')
  @HttpCode(204)
  @RequirePower('policy:confirm')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('areaId', Id) areaId: string,
    @Body({ schema: ServiceAreaRefusal }) command: ServiceAreaRefusal,
  ): Promise<void> {
    await this.areas.refuse(context, areaId, command);
  }

  @Post(':areaId/withdraw')
  @HttpCode(204)
  @RequirePower('policy:write')
  @IsCommand()
  async withdraw(@Command() context: CommandContext, @Param('areaId', Id) areaId: string): Promise<void> {
    await this.areas.withdraw(context, areaId);
  }
}
