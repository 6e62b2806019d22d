import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import { CheckOwnAid, OwnAid, OwnAidQuestion } from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import type { AmanahRequest } from '../shared/request-context.js';

/** A family reads how far its own aid is, without a session; its number travels in the body. */
@Controller('public/own-aid')
export class OwnAidController {
  constructor(private readonly aid: CheckOwnAid) {}

  @Post()
  @HttpCode(200)
  @RequirePower('public')
  @Answers(OwnAid)
  async check(
    @Body({ schema: OwnAidQuestion }) question: OwnAidQuestion,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof OwnAid>> {
    return this.aid.check(question, request.ip, request.id);
  }
}
