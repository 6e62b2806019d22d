import { type Capacity, DomainError } from '#domain';

/** Runs a statement that signs; the four-eyes constraint is told as FOUR_EYES. No capacity where it signs many. */
export async function signing<Result>(capacity: Capacity | '', sign: () => Promise<Result>): Promise<Result> {
  try {
    return await sign();
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'four_eyes') {
      throw new DomainError('FOUR_EYES', 'this person signed the chain in another capacity', { capacity });
    }
    throw error;
  }
}
