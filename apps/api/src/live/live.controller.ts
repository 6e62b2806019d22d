import { Controller, type MessageEvent, Param, Sse } from '@nestjs/common';
import { filter, interval, map, merge, type Observable, throttleTime } from 'rxjs';
import { z } from 'zod';
import { RequirePower } from '../shared/power.decorator.js';
import { PeriodFeed } from './period-feed.js';

const AT_MOST_EVERY_MS = 500;
const HEARTBEAT_MS = 15_000;

/** Server-sent events: "this period moved, fetch again". They carry no data, so they need no filter by territory. */
@Controller('periods')
export class LiveController {
  constructor(private readonly feed: PeriodFeed) {}

  @Sse(':periodId/events')
  @RequirePower('period:read')
  events(@Param('periodId', { schema: z.uuid() }) periodId: string): Observable<MessageEvent> {
    const moves = this.feed.changes.pipe(
      filter((moved) => moved === periodId),
      throttleTime(AT_MOST_EVERY_MS, undefined, { leading: true, trailing: true }),
      map(() => ({ type: 'moved', data: { periodId } })),
    );
    const heartbeats = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} })));
    return merge(moves, heartbeats);
  }
}
