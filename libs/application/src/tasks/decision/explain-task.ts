import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type TaskAction, taskRule } from '#domain';
import type { Language } from '#messages';
import { type TaskContext, OfficerRepository, TaskRepository } from '#persistence';
import { explain } from '../../shared/explain-refusals.js';
import { demandSight } from '../inbox/task-sight.js';
import { TaskAuthority } from './task-authority.js';
import type { Why, WhyQuery } from './why.schemas.js';

/** May I, and if not: why not, and who could? The same function that refuses the act itself. */
@Injectable()
export class ExplainTask {
  constructor(private readonly database: DataSource) {}

  async why(actor: Actor, query: WhyQuery, language: Language): Promise<Why> {
    const { manager } = this.database;
    const task = await new TaskRepository(manager).facts(query.taskId);
    demandSight(actor, task);
    const answer = await new TaskAuthority(manager).answer(actor, actionOf(query, task), task);
    const offices = await new OfficerRepository(manager).officesFor(task.responsibleRole, task.territoryCode);
    return { ...explain(answer, language), offices, mandateId: answer.mandateId ?? null };
  }
}

/** The person and the row are judged; a reason and the artefact are given with the decision itself. */
function actionOf({ action, outcome }: WhyQuery, task: TaskContext): TaskAction {
  if (action !== 'decide') return { type: action };
  const offered = taskRule(task.kind).outcomes[0] ?? 'approved';
  return { type: 'decide', outcome: outcome ?? offered, reason: '–', artefactHash: task.artefactHash };
}
