import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { FamilyReader, FamilyRecord, type SignedIn } from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

/** As it is written on papers; whatever is no code is no family. */
const Code = z.string().max(20);

@Controller('families')
export class FamiliesController {
  constructor(private readonly families: FamilyReader) {}

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
}
