import { hexOf } from '../shared/words/hex';

/** A fresh Idempotency-Key. `randomUUID` exists in secure contexts only, and an office may serve plain HTTP. */
export function newCommandKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return hexOf(crypto.getRandomValues(new Uint8Array(16)));
}
