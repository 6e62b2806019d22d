/** Ids name what a workflow is about, so that starting it twice finds the first. */
export const periodWorkflowId = (programme: string, code: string): string => `period:${programme}:${code}`;

export const cityWorkflowId = (periodWorkflow: string, cityCode: string): string =>
  `${periodWorkflow}:city:${cityCode}`;
