import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { attachmentType } from '#files';
import {
  type AttachmentContent,
  AuditRepository,
  inTransaction,
  PersonVault,
  TaskAttachmentRepository,
  TaskRepository,
} from '#persistence';
import { readsCaseOf } from '../../follow-up/restricted.js';
import type { SignedIn } from '../../shared/command-context.js';
import type { UploadedFile } from '../../shared/uploaded-file.js';
import { TaskAuthority } from '../decision/task-authority.js';
import { demandSight, readsPapers } from '../inbox/task-sight.js';

/** A photo of a phone fits; a scanned file of hundreds of pages belongs into the archive. */
const MOST_BYTES = 10_000_000;

/** Lays files beside tasks and hands them out. */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Whoever may comment may attach. Throws FILE_TOO_LARGE, ATTACHMENT_TYPE, or why not. Returns the file's id. */
  async add(actor: SignedIn, taskId: string, file: UploadedFile, requestId: string): Promise<string> {
    if (file.sizeBytes > MOST_BYTES) {
      throw new DomainError('ATTACHMENT_TOO_LARGE', 'over the limit of a file beside a task', { most: '10 MB' });
    }
    const content = await readFile(file.path);
    const mediaType = attachmentType(content);
    return inTransaction(this.database, async (manager) => {
      const task = await new TaskRepository(manager).lock(taskId);
      demandSight(actor, task);
      await new TaskAuthority(manager).demand(actor, { type: 'comment', reason: '–' }, task);
      const { name, sha256 } = file;
      const { officerId } = actor;
      const attachments = new TaskAttachmentRepository(manager, this.vault);
      const id = await attachments.add({ taskId, name, mediaType, sha256, content, officerId });
      await new AuditRepository(manager).note({
        ...{ officerId, action: 'task.attached', subjectType: 'task', subjectId: taskId, requestId },
        ...{ territoryCode: task.territoryCode, details: { attachmentId: id, sha256, mediaType } },
      });
      return id;
    });
  }

  /** For whoever may read papers here; the reading is recorded. Throws TASK_UNKNOWN, PAPERS_NOT_YOURS, ATTACHMENT_UNKNOWN. */
  async content(actor: SignedIn, taskId: string, attachmentId: string): Promise<AttachmentContent> {
    const { manager } = this.database;
    const task = await new TaskRepository(manager).facts(taskId);
    demandSight(actor, task);
    const reads = readsPapers(actor, task) && (await readsCaseOf(manager, actor, task));
    if (!reads) throw new DomainError('PAPERS_NOT_YOURS', 'papers are not for this reader');
    const content = await new TaskAttachmentRepository(manager, this.vault).content(taskId, attachmentId);
    await new AuditRepository(manager).note({
      ...{ officerId: actor.officerId, action: 'task.attachment_read', subjectType: 'task', subjectId: taskId },
      ...{ territoryCode: task.territoryCode, details: { attachmentId } },
    });
    return content;
  }
}
