import type { ResourceLanguage } from 'i18next';
import type { WordsByRoom } from '../../../../../libs/messages/src/words';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every file of words, fetched when somebody asks for it. Sentences of refusals are spoken by the server. */
const FILES = import.meta.glob<{ readonly default: object }>([
  '../../../../../libs/messages/src/{id,en}/*.json',
  '!**/{errors,mail,rosters}.json',
]);

/** Words that only some pages need, fetched with them. */
export type Room = Exclude<keyof WordsByRoom, 'web' | 'common'>;

/** The words of one room in one language. */
export async function wordsOfRoom(room: keyof WordsByRoom, language: Language): Promise<object> {
  const load = FILES[`../../../../../libs/messages/src/${language}/${room}.json`];
  if (load === undefined) throw new Error(`no words of ${room} in ${language}`);
  return (await load()).default;
}

/** What every page needs; the other language is fetched when somebody asks for it. */
export async function wordsOf(language: Language): Promise<ResourceLanguage> {
  const [web, common] = await Promise.all([wordsOfRoom('web', language), wordsOfRoom('common', language)]);
  return { web, common };
}
