import { createHmac } from 'node:crypto';

const CODES = 1_000_000;

/**
 * The six digits that confirm an address, made of the id of the mail that carries them: the worker that sends it and the
 * API that checks it know the code without its being kept anywhere, and a mail that is sent twice holds the same one.
 */
export function mailCode(key: Buffer, mailId: string): string {
  const digest = createHmac('sha256', key).update(`mail-code:${mailId}`).digest();
  return String(digest.readUIntBE(0, 6) % CODES).padStart(6, '0');
}
