import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { diffOf } from '#domain';
import {
  ArtefactViewRepository,
  DecreeRepository,
  digestOf,
  type FamilyChange,
  familyChanges,
  inTransaction,
  type LockedTask,
  type SeenVersion,
  TaskRepository,
} from '#persistence';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { CurrentActor, type SignedIn } from '../../shared/request-context.js';
import { TaskId } from '../task-route.js';
import { demandSight } from '../task-sight.js';

const Kind = z.enum(['added', 'removed', 'changed']);
const Value = z.union([z.string(), z.number()]).nullable();

const ArtefactChanges = z
  .object({
    /** When the version before was last seen; null where the reader has seen none. */
    seenAt: z.string().nullable(),
    /** Lines that differ, by territory or another key. */
    lines: z.array(
      z.object({
        key: z.string(),
        kind: Kind,
        values: z.array(z.object({ field: z.string(), before: Value, after: Value })),
      }),
    ),
    /** Families that came, went or were judged otherwise, 200 at most; of lists alone. */
    families: z.array(
      z.object({
        kind: Kind,
        kpmCode: z.string().nullable(),
        kelurahanCode: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ArtefactChanges' });
type ArtefactChanges = z.infer<typeof ArtefactChanges>;

const SeenArtefact = z.strictObject({ artefactHash: z.string().min(1).max(64) }).meta({ id: 'SeenArtefact' });
type SeenArtefact = z.infer<typeof SeenArtefact>;

/** What changed in an artefact since this officer last had it before them. */
@Controller('tasks/:taskId')
export class ArtefactChangesController {
  constructor(private readonly database: DataSource) {}

  @Get('changes')
  @RequirePower('task:read')
  @Answers(ArtefactChanges)
  async changes(@CurrentActor() actor: SignedIn, @TaskId() taskId: string): Promise<ArtefactChanges> {
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
  @Put('seen')
  @HttpCode(204)
  @RequirePower('task:read')
  async see(
    @CurrentActor() actor: SignedIn,
    @TaskId() taskId: string,
    @Body({ schema: SeenArtefact }) { artefactHash }: SeenArtefact,
  ): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const task = await new TaskRepository(manager).facts(taskId);
      demandSight(actor, task);
      if (task.artefactHash === artefactHash) await new ArtefactViewRepository(manager).see(actor.officerId, task);
    });
  }

  private async families(seen: SeenVersion, task: LockedTask): Promise<FamilyChange[]> {
    const rosterOf = async (subjectId: string): Promise<string> =>
      task.subjectType === 'decree'
        ? (await new DecreeRepository(this.database.manager).find(subjectId)).rosterId
        : subjectId;
    if (task.subjectType !== 'roster' && task.subjectType !== 'decree') return [];
    const before = { rosterId: await rosterOf(seen.subjectId), at: seen.seenAt };
    return familyChanges(this.database.manager, before, await rosterOf(task.subjectId), task.territoryCode);
  }
}
