import { Body, Controller, Get, HttpCode, type MessageEvent, Post, Query, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { sentenceOf, type TaskKind } from '#domain';
import { NotificationRepository, type NotificationRow } from '#persistence';
import { LiveFeed } from '../shared/live/live-feed.js';
import { movedEvents } from '../shared/live/moved-events.js';
import { Answers, IsCommand } from '../shared/answers.js';
import { CommandsService } from '../shared/commands.service.js';
import { ByNumber, decodeCursor, toPage } from '../shared/cursor.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, type CommandContext, CurrentActor, type SignedIn } from '../shared/request-context.js';
import {
  type Notification,
  NotificationPage,
  NotificationQuery,
  ReadNotifications,
  UnreadCount,
} from './notifications.schemas.js';

/** What the person behind the session was told. Nobody reads, counts, marks or hears another's. */
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly feed: LiveFeed,
  ) {}

  /** Newest first. */
  @Get()
  @RequirePower('session')
  @Answers(NotificationPage)
  async page(
    @CurrentActor() { officerId }: SignedIn,
    @Query({ schema: NotificationQuery }) { cursor, limit, unread }: NotificationQuery,
  ): Promise<NotificationPage> {
    const beforeId = decodeCursor(cursor, ByNumber)?.id;
    const filter = { unread: unread === 'true', beforeId, limit: limit + 1 };
    const rows = await new NotificationRepository(this.database.manager).page(officerId, filter);
    const { rows: shown, next } = toPage(rows, limit, ({ id }) => ({ id }));
    return { rows: shown.map(view), next };
  }

  @Get('count')
  @RequirePower('session')
  @Answers(UnreadCount)
  async count(@CurrentActor() { officerId }: SignedIn): Promise<UnreadCount> {
    return { unread: await new NotificationRepository(this.database.manager).unread(officerId) };
  }

  /** Marking again, or what is somebody else's, changes nothing. */
  @Post('read')
  @HttpCode(200)
  @RequirePower('session')
  @IsCommand()
  @Answers(UnreadCount)
  async read(
    @Command() context: CommandContext,
    @Body({ schema: ReadNotifications }) which: ReadNotifications,
  ): Promise<UnreadCount> {
    const { officerId } = context.actor;
    return this.commands.run(context, 'notifications:read', which, async (manager) => {
      const notifications = new NotificationRepository(manager);
      await notifications.markRead(officerId, which);
      return { unread: await notifications.unread(officerId) };
    });
  }

  /** Server-sent events: "you were told something, fetch again", without saying what. */
  @Sse('events')
  @RequirePower('session')
  events(@CurrentActor() { officerId }: SignedIn): Observable<MessageEvent> {
    return movedEvents(this.feed.officer(officerId));
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
  territoryCode: row.territoryCode,
  territoryName: row.territoryName,
  occurredAt: row.occurredAt,
  readAt: row.readAt,
});
