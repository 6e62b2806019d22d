import { Controller, type MessageEvent, Param, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { RequirePower } from '../power.decorator.js';
import { CurrentSession } from '../request-context.js';
import { LiveFeed } from './live-feed.js';
import { movedEvents } from './moved-events.js';
import { SessionWatch } from './session-watch.js';

/** Server-sent events: "this period moved, fetch again". They carry no data, so they need no filter by territory. */
@Controller('periods')
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly watch: SessionWatch,
  ) {}

  @Sse(':periodId/events')
  @RequirePower('period:read')
  events(
    @CurrentSession() sessionId: string,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Observable<MessageEvent> {
    return this.watch.within(sessionId, movedEvents(this.feed.period(periodId), { periodId }));
  }
}
