import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, diffOf } from '#domain';
import {
  ArtefactViewRepository,
  DecreeRepository,
  digestOf,
  type FamilyChange,
  familyChanges,
  inTransaction,
  type TaskContext,
  type SeenVersion,
  TaskRepository,
} from '#persistence';
import { demandSight } from '../inbox/task-sight.js';
import type { ArtefactChanges } from './artefact-changes.schemas.js';

/** What changed in an artefact since an officer last had it before them. */
@Injectable()
export class ArtefactChangeReader {
  constructor(private readonly database: DataSource) {}

  async changes(actor: Actor, taskId: string): Promise<ArtefactChanges> {
    const { manager } = this.database;
    const task = await new TaskRepository(manager).facts(taskId);
    demandSight(actor, task);
    const seen = await new ArtefactViewRepository(manager).before(actor.officerId, task);
    if (seen === undefined) return { seenAt: null, lines: [], families: [] };
    const lines = diffOf(seen.digest, await digestOf(manager, task));
    return {
      seenAt: seen.seenAt,
      lines: lines.map((line) => ({ ...line, values: [...line.values] })),
      families: await this.families(seen, task),
    };
  }

  /** Notes which version the officer has before them; an older one than the task's is not noted. Repeats change nothing. */
  async see(actor: Actor, taskId: string, artefactHash: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const task = await new TaskRepository(manager).facts(taskId);
      demandSight(actor, task);
      if (task.artefactHash === artefactHash) await new ArtefactViewRepository(manager).see(actor.officerId, task);
    });
  }

  private async families(seen: SeenVersion, task: TaskContext): Promise<FamilyChange[]> {
    const rosterOf = async (subjectId: string): Promise<string> =>
      task.subjectType === 'decree'
        ? (await new DecreeRepository(this.database.manager).find(subjectId)).rosterId
        : subjectId;
    if (task.subjectType !== 'roster' && task.subjectType !== 'decree') return [];
    const before = { rosterId: await rosterOf(seen.subjectId), at: seen.seenAt };
    return familyChanges(this.database.manager, before, await rosterOf(task.subjectId), task.territoryCode);
  }
}
