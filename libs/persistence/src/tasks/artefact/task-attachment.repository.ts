import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import type { PersonVault } from '../../privacy/person-vault.js';
import { rowOf } from '../../shared/unit-of-work.js';

export interface NewAttachment {
  readonly taskId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Buffer;
  readonly officerId: string;
}

export interface AttachmentContent {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Files beside tasks, sealed. */
export class TaskAttachmentRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly vault: PersonVault,
  ) {}

  /** Keeps a file, with a line of the task's history. The same file again finds the first. Returns its id. */
  async add({ taskId, name, mediaType, sha256, content, officerId }: NewAttachment): Promise<string> {
    const added = await rowOf<{ id: string }>(
      this.manager,
      `with added as (
         insert into task_attachment (task_id, name, media_type, sha256, size_bytes, sealed, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, programme_now())
         on conflict (task_id, sha256) do nothing returning *
       ), noted as (
         insert into task_event (task_id, event, officer_id, details, occurred_at)
         select task_id, 'comment', added_by, jsonb_build_object('attachmentId', id), added_at from added
       )
       select id from added union all
       select id from task_attachment where task_id = $1 and sha256 = $4 limit 1`,
      [taskId, name, mediaType, sha256, content.length, this.vault.sealBytes(content), officerId],
    );
    if (added === undefined) throw new Error('an added file has a row');
    return added.id;
  }

  /** Throws ATTACHMENT_UNKNOWN where the task has no such file. */
  async content(taskId: string, attachmentId: string): Promise<AttachmentContent> {
    const row = await rowOf<{ name: string; mediaType: string; sealed: Buffer }>(
      this.manager,
      'select name, media_type as "mediaType", sealed from task_attachment where task_id = $1 and id = $2',
      [taskId, attachmentId],
    );
    if (row === undefined) throw new DomainError('ATTACHMENT_UNKNOWN', 'no such file beside this task');
    return { name: row.name, mediaType: row.mediaType, content: this.vault.openBytes(row.sealed) };
  }
}
