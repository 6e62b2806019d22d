import type { Tone } from '../shared/look/status-tag';

/** Only a match is free of doubt; the others freeze the family's money until somebody has looked. */
const TONES: Readonly<Record<string, Tone>> = {
  matched: 'done',
  not_matched: 'soon',
  duplicate: 'soon',
  dead: 'late',
  no_document: 'soon',
};

export const matchTone = (result: string): Tone => TONES[result] ?? 'neutral';
