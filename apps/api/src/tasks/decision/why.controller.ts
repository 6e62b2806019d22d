import { Controller, Get, Query, Req } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type TaskAction, taskRule } from '#domain';
import { type LockedTask, OfficerRepository, TaskRepository } from '#persistence';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor, type SignedIn } from '../../shared/request-context.js';
import { TaskAuthority } from './task-authority.js';
import { demandSight } from '../task-sight.js';
import { Refusal } from '../tasks.schemas.js';
import { told } from './told.js';

const WhyQuery = z.object({
  action: z.enum(['claim', 'release', 'prepare', 'decide']),
  taskId: z.uuid(),
  /** Which outcome of a decision; the first that the kind offers unless told. */
  outcome: z.enum(['submitted', 'approved', 'returned', 'refused']).optional(),
});
type WhyQuery = z.infer<typeof WhyQuery>;

const Why = z
  .object({
    allowed: z.boolean(),
    refusals: z.array(Refusal),
    /** Offices that could act instead; of the task's own role, five at most. */
    offices: z.array(z.string()),
    /** The mandate that the decision would name. */
    mandateId: z.uuid().nullable(),
  })
  .meta({ id: 'Why' });

/** May I, and if not: why not, and who could? The same function that refuses the act itself. */
@Controller('why')
export class WhyController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @RequirePower('task:read')
  @Answers(Why)
  async why(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: WhyQuery }) query: WhyQuery,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof Why>> {
    const { manager } = this.database;
    const task = await new TaskRepository(manager).facts(query.taskId);
    demandSight(actor, task);
    const answer = await new TaskAuthority(manager).answer(actor, actionOf(query, task), task);
    const offices = await new OfficerRepository(manager).officesFor(task.desk, task.territoryCode);
    return { ...told(answer, request.language ?? 'id'), offices, mandateId: answer.mandateId ?? null };
  }
}

/** The person and the row are judged; a reason and the artefact are given with the decision itself. */
function actionOf({ action, outcome }: WhyQuery, task: LockedTask): TaskAction {
  if (action !== 'decide') return { type: action };
  const offered = taskRule(task.kind).outcomes[0] ?? 'approved';
  return { type: 'decide', outcome: outcome ?? offered, reason: '–', artefactHash: task.artefactHash };
}
