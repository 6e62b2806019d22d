import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { DashboardQuery, OutlineReader, type SignedIn, TerritoryOutlines } from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const Code = { schema: DashboardQuery.shape.territory };
/** Where kelurahan lie changes by decree, and is asked again after a day at the latest. */
const A_DAY = 'private, max-age=86400';
const NOT_MODIFIED = 304;

/** Where territories lie, for maps: no personal data, and the one answer that a browser may keep. */
@Controller('territories')
export class OutlinesController {
  constructor(private readonly outlines: OutlineReader) {}

  @Get(':territoryCode/outlines')
  @RequirePower('session')
  @Answers(TerritoryOutlines)
  async read(
    @CurrentActor() actor: SignedIn,
    @Param('territoryCode', Code) territoryCode: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof TerritoryOutlines> | undefined> {
    const { version, read } = await this.outlines.of(actor, territoryCode);
    const tag = `"${version}"`;
    void reply.header('etag', tag).header('cache-control', A_DAY);
    if (known !== tag) return read();
    void reply.status(NOT_MODIFIED);
    return undefined;
  }
}
