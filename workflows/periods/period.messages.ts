export const PERIOD_WORKFLOW = 'programmePeriodWorkflow';

export interface ProgrammePeriodInput {
  readonly periodId: string;
}
