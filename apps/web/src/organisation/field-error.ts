import { ProblemError } from '../api/problem';

/** What was refused about one field of a form, to stand beside it. */
export function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const reasons = error.problem.errors.filter((reason) => reason.field === field);
  return reasons.length === 0 ? undefined : reasons.map(({ message }) => message).join(' ');
}
