import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OperationsReader } from '#application';
import { metrics } from '#telemetry';
import { RequirePower } from '../shared/power.decorator.js';

/** For load balancers and Prometheus; outside the API's prefix. */
@Controller()
export class HealthController {
  constructor(private readonly operations: OperationsReader) {}

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
    if (await this.operations.isReady()) return { status: 'ready' };
    void reply.status(503);
    return { status: 'database unreachable' };
  }

  @Get('metrics')
  @RequirePower('public')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { outbox, mails } = await this.operations.backlog();
    metrics.waiting.set(outbox.waiting);
    metrics.mailsWaiting.set(mails.waiting);
    metrics.mailsFailed.set(mails.failed);
    await reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  }
}
