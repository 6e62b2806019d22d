import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { filter, map, type Observable, Subject } from 'rxjs';
import type { Config } from '#config';
import { CONFIG } from '#application';

const RECONNECT_MS = 1_000;
const CHANNELS = ['amanah_period', 'amanah_notification'] as const;
/** Instead of an id: everybody may have missed something. */
const EVERYBODY = '*';

interface Heard {
  readonly channel: string;
  readonly payload: string;
}

/** Hears from PostgreSQL what changed, over one connection for all readers of this process. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly heard = new Subject<Heard>();
  private client: pg.Client | undefined;
  private isStopping = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whenever this period moves; nothing is replayed, so readers fetch first and listen after. */
  period(periodId: string): Observable<void> {
    return this.about('amanah_period', periodId);
  }

  /** Whenever this officer is told something, and of nobody else. */
  officer(officerId: string): Observable<void> {
    return this.about('amanah_notification', officerId);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.heard.complete();
    await this.client?.end();
  }

  private about(channel: (typeof CHANNELS)[number], id: string): Observable<void> {
    return this.heard.pipe(
      filter((heard) => heard.channel === channel && (heard.payload === id || heard.payload === EVERYBODY)),
      map(() => undefined),
    );
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'amanah-feed' });
    client.on('notification', ({ channel, payload }) => {
      if (payload !== undefined) this.heard.next({ channel, payload });
    });
    client.on('error', () => {
      this.reconnect();
    });
    try {
      await client.connect();
      await client.query(CHANNELS.map((channel) => `listen ${channel}`).join(';'));
      this.client = client;
      for (const channel of CHANNELS) this.heard.next({ channel, payload: EVERYBODY });
    } catch {
      this.reconnect();
    }
  }

  private reconnect(): void {
    if (this.isStopping) return;
    setTimeout(() => void this.connect(), RECONNECT_MS).unref();
  }
}
