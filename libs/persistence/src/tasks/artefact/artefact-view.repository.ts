import type { EntityManager } from 'typeorm';
import type { ArtefactDigest } from '#domain';
import { rowOf } from '../../shared/unit-of-work.js';
import type { TaskRow } from '../task.types.js';
import { digestOf } from './artefact-digest.js';

export interface SeenVersion {
  readonly subjectId: string;
  readonly artefactHash: string;
  readonly digest: ArtefactDigest;
  /** ISO instant. */
  readonly seenAt: string;
}

/** One key for all versions of an artefact: a roster that was sent back comes again under another id. */
const keyOf = ({ subjectType, subjectId, periodId, territoryCode }: TaskRow): string =>
  subjectType === 'case' || subjectType === 'mandate'
    ? `${subjectType}:${subjectId}`
    : `${subjectType}:${periodId}:${territoryCode}`;

/** What officers saw of artefacts. */
export class ArtefactViewRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Notes that the officer has the task's artefact before them. The same version again changes nothing. */
  async see(officerId: string, task: TaskRow): Promise<void> {
    await this.manager.query(
      `insert into artefact_view as v (officer_id, subject_key, subject_id, artefact_hash, digest, seen_at)
       values ($1, $2, $3, $4, $5::jsonb, programme_now())
       on conflict (officer_id, subject_key) do update set
              earlier = jsonb_build_object('subjectId', v.subject_id, 'artefactHash', v.artefact_hash, 'digest', v.digest,
                                           'seenAt', v.seen_at),
              subject_id = excluded.subject_id, artefact_hash = excluded.artefact_hash, digest = excluded.digest,
              seen_at = excluded.seen_at
        where v.artefact_hash <> excluded.artefact_hash`,
      [officerId, keyOf(task), task.subjectId, task.artefactHash, JSON.stringify(await digestOf(this.manager, task))],
    );
  }

  /** The version the officer saw before the one that the task is about now; undefined where there was none. */
  async before(officerId: string, task: TaskRow): Promise<SeenVersion | undefined> {
    const row = await rowOf<{ last: SeenVersion; earlier: SeenVersion | null }>(
      this.manager,
      `select earlier, jsonb_build_object('subjectId', subject_id, 'artefactHash', artefact_hash, 'digest', digest,
                                          'seenAt', seen_at) as last
         from artefact_view where officer_id = $1 and subject_key = $2`,
      [officerId, keyOf(task)],
    );
    if (row === undefined) return undefined;
    return row.last.artefactHash === task.artefactHash ? (row.earlier ?? undefined) : row.last;
  }
}
