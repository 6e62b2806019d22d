import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { MailRepository, OutboxRepository } from '#persistence';
import { metrics } from '#telemetry';
import { RequirePower } from '../shared/power.decorator.js';

/** For load balancers and Prometheus; outside the API's prefix. */
@Controller()
export class HealthController {
  constructor(private readonly database: DataSource) {}

  @Get('healthz')
  @RequirePower('public')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** Ready when the database answers. Temporal may be away: decisions are taken all the same. */
  @Get('readyz')
  @HttpCode(200)
  @RequirePower('public')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    try {
      await this.database.query('select 1');
      return { status: 'ready' };
    } catch {
      void reply.status(503);
      return { status: 'database unreachable' };
    }
  }

  @Get('metrics')
  @RequirePower('public')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { waiting } = await new OutboxRepository(this.database.manager).backlog();
    metrics.waiting.set(waiting);
    const mails = await new MailRepository(this.database.manager).backlog();
    metrics.mailsWaiting.set(mails.waiting);
    metrics.mailsFailed.set(mails.failed);
    await reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  }
}
