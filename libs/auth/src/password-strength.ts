import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as indonesian from '@zxcvbn-ts/language-id';

/** A thousand million guesses, made in the order in which passwords are guessed: those that leaked, words, names, dates, patterns. */
const LEAST_GUESSES_LOG10 = 9;
/** Longer passwords are judged by their beginning: looking for patterns takes ever longer. */
const JUDGED_LETTERS = 64;

/** What everybody here would try first. */
const NEAR_AT_HAND = ['amanah', 'sembako', 'bansos', 'bpnt', 'kemensos', 'dinsos', 'bekasi', 'kelurahan', 'indonesia'];

let judge: ZxcvbnFactory | undefined;

/** Whether a password would be guessed soon, by what is known of passwords and of whose it is. */
export function isEasilyGuessed(password: string, about: readonly string[]): boolean {
  judge ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_LETTERS,
  });
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  return judge.check(password, [...NEAR_AT_HAND, ...words]).guessesLog10 < LEAST_GUESSES_LOG10;
}
