import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: too many to guess, so a plain hash of it is safe to store. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
