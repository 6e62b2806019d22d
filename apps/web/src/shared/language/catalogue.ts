import type { ResourceLanguage } from 'i18next';
import type { WordsByRoom } from '../../../../../libs/messages/src/words';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words that only some pages need, fetched with them. */
export type Room = Exclude<keyof WordsByRoom, 'web' | 'common'>;

/** The words of one room in one language, fetched when somebody asks for them. */
export async function wordsOfRoom(room: keyof WordsByRoom, language: Language): Promise<object> {
  const words = (await import(`../../../../../libs/messages/src/${language}/${room}.json`)) as {
    readonly default: object;
  };
  return words.default;
}

/** What every page needs; the other language is fetched when somebody asks for it. */
export async function wordsOf(language: Language): Promise<ResourceLanguage> {
  const [web, common] = await Promise.all([wordsOfRoom('web', language), wordsOfRoom('common', language)]);
  return { web, common };
}
