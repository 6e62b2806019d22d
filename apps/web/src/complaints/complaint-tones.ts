import type { ComplaintRow } from '../api/schemas';

export const STATE_TONES = {
  received: 'soon',
  in_work: 'running',
  waiting: 'waiting',
  proposed: 'waiting',
  answered: 'done',
  appealed: 'soon',
  final: 'done',
  decided: 'done',
  merged: 'neutral',
} as const satisfies Record<ComplaintRow['state'], string>;
