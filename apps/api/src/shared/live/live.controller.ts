import { Controller, type MessageEvent, Param, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { RequirePower } from '../power.decorator.js';
import { LiveFeed } from './live-feed.js';
import { movedEvents } from './moved-events.js';

/** Server-sent events: "this period moved, fetch again". They carry no data, so they need no filter by territory. */
@Controller('periods')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Sse(':periodId/events')
  @RequirePower('period:read')
  events(@Param('periodId', { schema: z.uuid() }) periodId: string): Observable<MessageEvent> {
    return movedEvents(this.feed.period(periodId), { periodId });
  }
}
