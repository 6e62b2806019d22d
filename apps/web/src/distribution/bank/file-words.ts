import type { ExchangedFile } from '../../api/schemas';
import type { Tone } from '../../shared/look/status-tag';

/** As records, so that what the API adds does not compile until it has its look here. */
export const FILE_TONES: Readonly<Record<ExchangedFile['state'], Tone>> = {
  waiting: 'waiting',
  applied: 'done',
  answered: 'done',
  refused: 'refused',
  not_understood: 'late',
  duplicate: 'neutral',
  given_up: 'neutral',
};

const KINDS: Readonly<Record<ExchangedFile['kind'], true>> = {
  order: true,
  status: true,
  usage_request: true,
  usage: true,
  return_order: true,
  return: true,
  unknown: true,
};

const namesOf = <Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(record) as Name[];

export const FILE_STATES = namesOf(FILE_TONES);
export const FILE_KINDS = namesOf(KINDS);
