import { randomInt } from 'node:crypto';
import { hashToken } from './token.js';

/** Without letters and digits that are taken for one another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Random signs in groups, to be read from a paper: almost five bits each. */
export function readableCode(length: number, group: number): string {
  const signs = Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');
  return signs.replaceAll(new RegExp(`(.{${group}})(?=.)`, 'g'), '$1-');
}

/** What is kept of a code; however it was typed, in which case, with or without its dashes. */
export const codeHash = (code: string): Buffer => hashToken(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
