import { Injectable, type MessageEvent } from '@nestjs/common';
import { catchError, concatMap, filter, finalize, from, interval, type Observable, of, takeUntil } from 'rxjs';
import { OwnSessionService } from '#application';
import { DomainError } from '#domain';

const LOOK_EVERY_MS = 10_000;
/** A tab has two; whoever needs more has forgotten some, or wants the server to run out. */
const MOST_STREAMS = 40;

/** Streams live as long as the session they were opened in, and a session opens only so many. */
@Injectable()
export class SessionWatch {
  private readonly open = new Map<string, number>();

  constructor(private readonly sessions: OwnSessionService) {}

  /** The stream, ended soon after its session. Throws TOO_MANY_REQUESTS. */
  within(sessionId: string, events: Observable<MessageEvent>): Observable<MessageEvent> {
    const streams = this.open.get(sessionId) ?? 0;
    if (streams >= MOST_STREAMS) throw new DomainError('TOO_MANY_REQUESTS', 'too many streams of one session');
    this.open.set(sessionId, streams + 1);
    return events.pipe(
      takeUntil(this.over(sessionId)),
      finalize(() => {
        this.closed(sessionId);
      }),
    );
  }

  /** A database that is away ends nobody's stream. */
  private over(sessionId: string): Observable<boolean> {
    const isLive = () => from(this.sessions.isLive(sessionId)).pipe(catchError(() => of(true)));
    return interval(LOOK_EVERY_MS).pipe(
      concatMap(isLive),
      filter((isStillLive) => !isStillLive),
    );
  }

  private closed(sessionId: string): void {
    const left = (this.open.get(sessionId) ?? 1) - 1;
    if (left > 0) this.open.set(sessionId, left);
    else this.open.delete(sessionId);
  }
}
