import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, HttpCode, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, OperationsReader } from '#application';
import { hashToken } from '#auth';
import type { Config } from '#config';
import { DomainError } from '#domain';
import { metrics } from '#telemetry';
import { RequirePower } from '../shared/power.decorator.js';

/** For load balancers and Prometheus; outside the API's prefix. */
@Controller()
export class HealthController {
  constructor(
    private readonly operations: OperationsReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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

  /** For who brings the token of the configuration. Throws NOT_FOUND where none is set, SESSION_REQUIRED for another. */
  @Get('metrics')
  @RequirePower('public')
  async metrics(
    @Headers('authorization') authorization: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.demandToken(authorization);
    await this.measure();
    await reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  }

  /** Counted when they are asked for: any API says the same of the whole programme. */
  private async measure(): Promise<void> {
    const { outbox, mails } = await this.operations.backlog();
    metrics.waiting.set(outbox.waiting);
    metrics.oldest.set(outbox.oldestAt === null ? 0 : (Date.now() - outbox.oldestAt.getTime()) / 1_000);
    metrics.mailsWaiting.set(mails.waiting);
    metrics.mailsFailed.set(mails.failed);
    const trouble = await this.operations.trouble();
    metrics.tasksLate.set(trouble.tasksLate);
    metrics.breaksLate.set(trouble.breaksLate);
    metrics.webhooksWaiting.set(trouble.webhooksWaiting);
    metrics.webhooksGivenUp.set(trouble.webhooksGivenUp);
    metrics.licencesRefused.set(trouble.licencesRefused);
  }

  private demandToken(authorization = ''): void {
    const { metricsToken } = this.config;
    if (metricsToken === undefined) throw new DomainError('NOT_FOUND', 'no token is set for metrics');
    // Hashed, so that both are as long and take as long to compare.
    if (timingSafeEqual(hashToken(authorization), hashToken(`Bearer ${metricsToken}`))) return;
    throw new DomainError('SESSION_REQUIRED', 'metrics need their token');
  }
}
