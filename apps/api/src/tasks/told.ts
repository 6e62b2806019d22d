import type { Answer, Refusal } from '#domain';
import { type Language, translate } from '#messages';

/** Reasons in the reader's words; roles by their names. */
export const toldRefusals = (refusals: readonly Refusal[], language: Language) =>
  refusals.map(({ code, details }) => ({
    code,
    message: translate(language, `errors:${code}`, {
      ...details,
      ...(details['role'] === undefined ? {} : { role: translate(language, `common:role.${details['role']}`) }),
    }),
  }));

export const told = (answer: Answer, language: Language) => ({
  allowed: answer.allowed,
  refusals: toldRefusals(answer.refusals, language),
});
