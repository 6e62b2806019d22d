import type { Answer } from '#domain';
import { translate, type Language } from '#messages';
import { inWords } from '../shared/detail-words.js';

/** An answer of `why` in the reader's words: yes, or every reason why not. */
export function told(
  answer: Answer,
  language: Language,
): { allowed: boolean; refusals: { code: string; message: string }[] } {
  return {
    allowed: answer.allowed,
    refusals: answer.refusals.map(({ code, details }) => ({
      code,
      message: translate(language, `errors:${code}`, inWords(language, details)),
    })),
  };
}
