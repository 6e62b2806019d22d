import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Observable, Subject } from 'rxjs';
import type { Config } from '#config';
import { CONFIG } from '../shared/config.provider.js';

const RECONNECT_MS = 1_000;

/** Hears from PostgreSQL which periods moved, over one connection for all readers of this process. */
@Injectable()
export class PeriodFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly moved = new Subject<string>();
  private client: pg.Client | undefined;
  private isStopping = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Period ids as they change; nothing is replayed, so readers fetch first and listen after. */
  get changes(): Observable<string> {
    return this.moved;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.moved.complete();
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'amanah-feed' });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.moved.next(payload);
    });
    client.on('error', () => {
      this.reconnect();
    });
    try {
      await client.connect();
      await client.query('listen amanah_period');
      this.client = client;
    } catch {
      this.reconnect();
    }
  }

  private reconnect(): void {
    if (this.isStopping) return;
    setTimeout(() => void this.connect(), RECONNECT_MS).unref();
  }
}
