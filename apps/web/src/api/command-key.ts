/** A fresh Idempotency-Key. `randomUUID` exists in secure contexts only, and an office may serve plain HTTP. */
export function newCommandKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
