import { Inject, Injectable } from '@nestjs/common';
import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import type { Config } from '#config';
import { DIARIES, MAILBOX_WATCH } from '#domain';
import { CONFIG } from '../shared/config.js';

export const TEMPORAL_CLIENT = Symbol('amanah:temporal-client');
const LISTED = 200;
const DESCRIBED = 60;
const RUNNING_DIARIES = `ExecutionStatus = 'Running' and WorkflowType in (${[
  ...Object.values(DIARIES),
  MAILBOX_WATCH.type,
]
  .map((type) => `'${type}'`)
  .join(', ')})`;

interface PendingActivity {
  name: string;
  attempt: number;
  lastFailure: string | null;
}

/** Reads workflows from Temporal for the operator's page. When Temporal is away it says so instead of failing. */
@Injectable()
export class WorkflowReader {
  constructor(
    @Inject(TEMPORAL_CLIENT) private readonly temporal: Client,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list() {
    const temporalUi = this.config.temporal.uiUrl ?? null;
    try {
      const executions = await this.newest();
      const workflows = await Promise.all(
        executions.map((execution, index) => this.view(execution, index < DESCRIBED)),
      );
      return { temporal: 'reachable' as const, temporalUi, workflows };
    } catch {
      return { temporal: 'unreachable' as const, temporalUi, workflows: [] };
    }
  }

  /** Diaries, which run longer than anything else and would fall off the list, then running ones, newest first. */
  private async newest(): Promise<WorkflowExecutionInfo[]> {
    const diaries = await this.listed(RUNNING_DIARIES);
    const known = new Set(diaries.map(({ runId }) => runId));
    const found = (await this.listed('')).filter(({ runId }) => !known.has(runId));
    return [...diaries, ...found].sort(
      (one, other) => Number(other.status.name === 'RUNNING') - Number(one.status.name === 'RUNNING'),
    );
  }

  private async listed(query: string): Promise<WorkflowExecutionInfo[]> {
    const found: WorkflowExecutionInfo[] = [];
    for await (const execution of this.temporal.workflow.list({ query, pageSize: LISTED })) {
      found.push(execution);
      if (found.length >= LISTED) break;
    }
    return found;
  }

  private async view(execution: WorkflowExecutionInfo, isDescribed: boolean) {
    const { temporal } = this.config;
    return {
      workflowId: execution.workflowId,
      type: execution.type,
      status: execution.status.name,
      startedAt: execution.startTime,
      closedAt: execution.closeTime ?? null,
      historyLength: execution.historyLength,
      pendingActivities: isDescribed && execution.status.name === 'RUNNING' ? await this.pending(execution) : [],
      uiUrl:
        temporal.uiUrl === undefined
          ? null
          : `${temporal.uiUrl}/namespaces/${temporal.namespace}/workflows/${encodeURIComponent(execution.workflowId)}/${execution.runId}`,
    };
  }

  private async pending(execution: WorkflowExecutionInfo): Promise<PendingActivity[]> {
    const { raw } = await this.temporal.workflow.getHandle(execution.workflowId, execution.runId).describe();
    return (raw.pendingActivities ?? []).map((activity) => ({
      name: activity.activityType?.name ?? '?',
      attempt: activity.attempt ?? 1,
      lastFailure: activity.lastFailure?.message ?? null,
    }));
  }
}
