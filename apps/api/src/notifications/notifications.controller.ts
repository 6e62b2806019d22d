import { Body, Controller, Get, HttpCode, type MessageEvent, Post, Query, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import {
  type CommandContext,
  NotificationPage,
  NotificationQuery,
  NotificationService,
  ReadNotifications,
  type SignedIn,
  UnreadCount,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { LiveFeed } from '../shared/live/live-feed.js';
import { movedEvents } from '../shared/live/moved-events.js';
import { SessionWatch } from '../shared/live/session-watch.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor, CurrentSession } from '../shared/request-context.js';

/** What the person behind the session was told. Nobody reads, counts, marks or hears another's. */
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationService,
    private readonly feed: LiveFeed,
    private readonly watch: SessionWatch,
  ) {}

  /** Newest first. */
  @Get()
  @RequirePower('session')
  @Answers(NotificationPage)
  async page(
    @CurrentActor() { officerId }: SignedIn,
    @Query({ schema: NotificationQuery }) query: NotificationQuery,
  ): Promise<NotificationPage> {
    return this.notifications.page(officerId, query);
  }

  @Get('count')
  @RequirePower('session')
  @Answers(UnreadCount)
  async count(@CurrentActor() { officerId }: SignedIn): Promise<UnreadCount> {
    return this.notifications.unread(officerId);
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
    return this.notifications.markRead(context, which);
  }

  /** Server-sent events: "you were told something, fetch again", without saying what. */
  @Sse('events')
  @RequirePower('session')
  events(@CurrentActor() { officerId }: SignedIn, @CurrentSession() sessionId: string): Observable<MessageEvent> {
    return this.watch.within(sessionId, movedEvents(this.feed.officer(officerId)));
  }
}
