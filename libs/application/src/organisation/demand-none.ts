import { type AppointmentRefusal, DomainError } from '#domain';

/** Throws one DomainError that carries every refusal with its field; the first one gives the code. */
export function demandNone(refusals: readonly AppointmentRefusal[]): void {
  const [first] = refusals;
  if (first === undefined) return;
  throw new DomainError(first.code, 'refused by the rules of the register', { ...first.details, refusals });
}
