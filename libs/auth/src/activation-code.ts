import { codeHash, readableCode } from './readable-code.js';

const LENGTH = 16;

/** Sixteen signs in fours, to be read from a paper: 78 random bits. */
export const newActivationCode = (): string => readableCode(LENGTH, 4);

/** What is kept of a code; however it was typed, with or without its dashes. */
export const activationHash = codeHash;
