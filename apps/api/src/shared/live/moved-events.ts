import type { MessageEvent } from '@nestjs/common';
import { interval, map, merge, type Observable, throttleTime } from 'rxjs';

const AT_MOST_EVERY_MS = 500;
const HEARTBEAT_MS = 15_000;

/** A stream of "fetch again", a few a second at most, and heartbeats by which both sides notice a dead line. */
export function movedEvents(moves: Observable<void>, data: object = {}): Observable<MessageEvent> {
  const movesOnly = moves.pipe(
    throttleTime(AT_MOST_EVERY_MS, undefined, { leading: true, trailing: true }),
    map(() => ({ type: 'moved', data })),
  );
  const heartbeats = interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} })));
  return merge(movesOnly, heartbeats);
}
