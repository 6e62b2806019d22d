import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ArtefactChangeReader, ArtefactChanges, SeenArtefact, type SignedIn } from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { CurrentActor } from '../../shared/request-context.js';
import { TaskId } from '../task-route.js';

/** What changed in an artefact since this officer last had it before them. */
@Controller('tasks/:taskId')
export class ArtefactChangesController {
  constructor(private readonly artefacts: ArtefactChangeReader) {}

  @Get('changes')
  @RequirePower('task:read')
  @Answers(ArtefactChanges)
  async changes(@CurrentActor() actor: SignedIn, @TaskId() taskId: string): Promise<ArtefactChanges> {
    return this.artefacts.changes(actor, taskId);
  }

  /** Notes which version the officer has before them; an older one than the task's is not noted. Repeats change nothing. */
  @Put('seen')
  @HttpCode(204)
  @RequirePower('task:read')
  async see(
    @CurrentActor() actor: SignedIn,
    @TaskId() taskId: string,
    @Body({ schema: SeenArtefact }) { artefactHash }: SeenArtefact,
  ): Promise<void> {
    await this.artefacts.see(actor, taskId, artefactHash);
  }
}
