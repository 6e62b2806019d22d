import type { Answer, Refusal } from '#domain';
import { type Language, translate } from '#messages';
import { inWords } from './detail-words.js';

/** Reasons in the reader's words; roles and powers by their names. */
export const explainRefusals = (refusals: readonly Refusal[], language: Language) =>
  refusals.map(({ code, details }) => ({
    code,
    message: translate(language, `errors:${code}`, inWords(language, details)),
  }));

/** An answer of `why` in the reader's words: yes, or every reason why not. */
export const explain = (answer: Answer, language: Language) => ({
  allowed: answer.allowed,
  refusals: explainRefusals(answer.refusals, language),
});
