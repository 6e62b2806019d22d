import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sentenceOf, type TaskKind } from '#domain';
import { NotificationRepository, type NotificationRow } from '#persistence';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { ByNumber, decodeCursor, toPage } from '../shared/page.js';
import type {
  Notification,
  NotificationPage,
  NotificationQuery,
  ReadNotifications,
  UnreadCount,
} from './notifications.schemas.js';

/** What an officer was told. Nobody reads, counts or marks another's. */
@Injectable()
export class NotificationService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  /** Newest first. */
  async page(officerId: string, { cursor, limit, unread }: NotificationQuery): Promise<NotificationPage> {
    const beforeId = decodeCursor(cursor, ByNumber)?.id;
    const filter = { unread: unread === 'true', beforeId, limit: limit + 1 };
    const rows = await new NotificationRepository(this.database.manager).page(officerId, filter);
    const { rows: shown, next } = toPage(rows, limit, ({ id }) => ({ id }));
    return { rows: shown.map(view), next };
  }

  async unread(officerId: string): Promise<UnreadCount> {
    return { unread: await new NotificationRepository(this.database.manager).unread(officerId) };
  }

  /** Marking again, or what is somebody else's, changes nothing. */
  async markRead(context: CommandContext, which: ReadNotifications): Promise<UnreadCount> {
    const { officerId } = context.actor;
    return this.commands.run(context, 'notifications:read', which, async (manager) => {
      const notifications = new NotificationRepository(manager);
      await notifications.markRead(officerId, which);
      return { unread: await notifications.unread(officerId) };
    });
  }
}

const view = ({ taskId, taskKind, isTaskOpen, dueOn, details, ...row }: NotificationRow): Notification => ({
  id: row.id,
  kind: row.kind,
  sentence: sentenceOf(row.kind, details),
  task:
    taskId === null || taskKind === null
      ? null
      : { id: taskId, kind: taskKind as TaskKind, isOpen: isTaskOpen, dueOn: dueOn ?? '' },
  officerId: typeof details['officerId'] === 'string' ? details['officerId'] : null,
  quotaChangeId: typeof details['changeId'] === 'string' ? details['changeId'] : null,
  territoryCode: row.territoryCode,
  territoryName: row.territoryName,
  occurredAt: row.occurredAt,
  readAt: row.readAt,
});
