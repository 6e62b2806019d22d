import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, formatIn } from '../words/format';
import type { Room, Language } from './catalogue';

export type Translate = TFunction<['web', 'common', ...Room[]]>;

interface Words {
  readonly t: Translate;
  readonly language: Language;
  readonly format: Format;
  /** The word for a code that only the server knows the list of; the code itself where there is none. A group may name its words' room. */
  readonly codeWord: (group: string, code: string) => string;
}

/** Sentences, and numbers and dates, in the language the person reads. */
export function useWords(): Words {
  // The rooms' words are brought by their routes: naming them here would fetch nothing and type them.
  const { t, i18n } = useTranslation<['web', 'common', ...Room[]]>(['web', 'common']);
  const language: Language = i18n.language === 'en' ? 'en' : 'id';
  return useMemo(
    () => ({
      t,
      language,
      format: formatIn(language),
      codeWord: (group, code) => {
        const key = `${group.includes(':') ? group : `web:${group}`}.${code}`;
        return i18n.exists(key) ? (t as unknown as (key: string) => string)(key) : code;
      },
    }),
    [t, i18n, language],
  );
}
