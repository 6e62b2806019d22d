import { Controller, Get, Query, Req } from '@nestjs/common';
import { ExplainTask, type SignedIn, Why, WhyQuery } from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor } from '../../shared/request-context.js';

/** May I, and if not: why not, and who could? The same function that refuses the act itself. */
@Controller('why')
export class WhyController {
  constructor(private readonly tasks: ExplainTask) {}

  @Get()
  @RequirePower('task:read')
  @Answers(Why)
  async why(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: WhyQuery }) query: WhyQuery,
    @Req() request: AmanahRequest,
  ): Promise<Why> {
    return this.tasks.why(actor, query, request.language ?? 'id');
  }
}
