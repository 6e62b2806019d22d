import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  FamilyReader,
  FamilyRecord,
  FamilySearchQuery,
  FoundFamilies,
  SearchFamilies,
  SearchPlaces,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor } from '../shared/request-context.js';

/** As it is written on papers; whatever is no code is no family. */
const Code = z.string().max(20);

@Controller('families')
export class FamiliesController {
  constructor(
    private readonly families: FamilyReader,
    private readonly register: SearchFamilies,
  ) {}

  @Get('places')
  @RequirePower('family:search')
  @Answers(SearchPlaces)
  async places(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof SearchPlaces>> {
    return this.register.places(actor);
  }

  /** One family over all periods: places, lists, verdicts, decrees, payments, cases; each line where the reader's territory had it. */
  @Get(':code')
  @RequirePower('roster:read')
  @Answers(FamilyRecord)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('code', { schema: Code }) code: string,
  ): Promise<z.infer<typeof FamilyRecord>> {
    return this.families.find(actor, code);
  }

  /** The register by number, name, code or kelurahan. By POST, so that what is looked for stands in no address and no log. */
  @Post('search')
  @HttpCode(200)
  @RequirePower('family:search')
  @Answers(FoundFamilies)
  async search(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: FamilySearchQuery }) query: FamilySearchQuery,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof FoundFamilies>> {
    return this.register.search(actor, query, request.id);
  }
}
