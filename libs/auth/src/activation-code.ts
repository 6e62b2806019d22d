import { randomInt } from 'node:crypto';
import { hashToken } from './token.js';

/** Without letters and digits that are taken for one another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 16;

/** Sixteen signs in fours, to be read from a paper: 78 random bits. */
export function newActivationCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code; however it was typed, with or without its dashes. */
export const activationHash = (code: string): Buffer => hashToken(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
