import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { MailRepository, OutboxRepository, type Trouble, TroubleReadModel } from '#persistence';
import type { Workflows } from './operations.schemas.js';
import { WorkflowReader } from './workflow-reader.js';

/** What operators look at: workflows, the queue towards Temporal, and the mails. */
@Injectable()
export class OperationsReader {
  constructor(
    private readonly database: DataSource,
    private readonly workflows: WorkflowReader,
  ) {}

  async page(): Promise<z.infer<typeof Workflows>> {
    const seen = await this.workflows.list();
    return { ...seen, ...(await this.backlog()) };
  }

  /** What still has to be told to Temporal and to people. */
  async backlog(): Promise<Pick<z.infer<typeof Workflows>, 'outbox' | 'mails'>> {
    const { manager } = this.database;
    return {
      outbox: await new OutboxRepository(manager).backlog(),
      mails: await new MailRepository(manager).backlog(),
    };
  }

  /** How much waits too long, over the whole programme. */
  async trouble(): Promise<Trouble> {
    return new TroubleReadModel(this.database.manager).count();
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    return this.database.query('select 1').then(
      () => true,
      () => false,
    );
  }
}
