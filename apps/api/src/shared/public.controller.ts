import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { PublicChallenge, PublicDoor } from '#application';
import { Answers } from './answers.js';
import { RequirePower } from './power.decorator.js';

/** What stands before everything that is asked without a session. */
@Controller('public')
export class PublicController {
  constructor(private readonly door: PublicDoor) {}

  /** Work for the browser before it sends something; it counts once, for twenty minutes. */
  @Get('challenge')
  @RequirePower('public')
  @Answers(PublicChallenge)
  async challenge(): Promise<z.infer<typeof PublicChallenge>> {
    return this.door.challenge();
  }
}
