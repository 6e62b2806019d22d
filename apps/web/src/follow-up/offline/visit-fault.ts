import { type Evidence, missingEvidence } from '../../../../../libs/domain/src/follow-up/finding-rule';
import type { FieldFinding, VisitForm } from './field-types';

type Fault = 'ahead' | 'before' | readonly Evidence[];

/**
 * What the phone can say before a server does, by the same rule; the server judges again. Undefined where nothing is in the way.
 */
export function faultOf(
  { note, photos, visitedOn }: VisitForm,
  rule: FieldFinding | undefined,
  openedOn: string,
  today: string | undefined,
): Fault | undefined {
  const days = visitedOn.filter((day) => day !== '');
  if (days.length === 0 || (today !== undefined && days.some((day) => day > today))) return 'ahead';
  if (days.some((day) => day < openedOn)) return 'before';
  if (rule === undefined) return undefined;
  const missing = missingEvidence(rule, { note, photos: photos.length, papers: 0, visitedOn: days });
  return missing.length === 0 ? undefined : missing;
}
