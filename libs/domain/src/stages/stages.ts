/** The stages of a payment period in the order of the process (see docs/glossary.md). */
export const STAGES = [
  'allocation',
  'acceptance',
  'roster',
  'identity',
  'verification',
  'endorsement',
  'closing',
  'payment',
  'distribution',
  'follow-up',
  'return',
  'reporting',
] as const;
export type StageName = (typeof STAGES)[number];

export const stageNumber = (stage: StageName): number => STAGES.indexOf(stage) + 1;

/** What the ministry passes over to a city with its mandate, and what the city may pass on: work of these stages. */
export const MANDATE_POWERS = [
  'roster',
  'verification',
  'endorsement',
  'follow-up',
  'reporting',
] as const satisfies readonly StageName[];
export type MandatePower = (typeof MANDATE_POWERS)[number];
