import type { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { DomainError } from '#domain';
import { metrics } from '#telemetry';

const ALIVE_EVERY_MS = 2_000;

/** Says every two seconds that the activity is alive, measures it, and gives a DomainError its code where operators see failures. */
export class ActivityInterceptor implements ActivityInboundCallsInterceptor {
  constructor(private readonly context: Context) {}

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    // Local work needs no sign of life: it ends within the workflow's own step.
    const heartbeat = setInterval(() => {
      if (!this.context.info.isLocal) this.context.heartbeat();
    }, ALIVE_EVERY_MS);
    const done = metrics.activities.startTimer({ activity: this.context.info.activityType });
    let outcome = 'again';
    try {
      const answer = await next(input);
      outcome = 'done';
      return answer;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.create({ message: `${error.code}: ${error.message}`, type: error.code, cause: error });
    } finally {
      clearInterval(heartbeat);
      done({ outcome });
    }
  }
}
