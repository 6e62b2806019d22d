import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { recall, remember } from '../session/browser-store';
import { type Language, LANGUAGES, type Room, wordsOf, wordsOfRoom } from './catalogue';

const STORED = 'amanah.language';
const chosenBefore = (): Language | undefined => LANGUAGES.find((language) => language === recall(STORED));

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'id');

/** Whether this browser has chosen before; a first visit follows the language of the account. */
export const hasChosenLanguage = (): boolean => chosenBefore() !== undefined;

/** Before the first page: Bahasa Indonesia unless this browser has chosen otherwise. */
export async function startLanguage(): Promise<void> {
  const language = chosenBefore() ?? 'id';
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['web', 'common'],
    defaultNS: 'web',
    interpolation: { escapeValue: false },
    resources: { [language]: await wordsOf(language) },
  });
}

/** The rooms somebody has been in: their words follow a change of language. */
const entered = new Set<Room>();

/** Before a page of these rooms shows. */
export async function bringWords(...rooms: readonly Room[]): Promise<void> {
  const language = currentLanguage();
  await Promise.all(
    rooms.map(async (room) => {
      entered.add(room);
      if (i18next.hasResourceBundle(language, room)) return;
      i18next.addResourceBundle(language, room, await wordsOfRoom(room, language));
    }),
  );
}

export async function speak(language: Language): Promise<void> {
  const words = await wordsOf(language);
  for (const [namespace, texts] of Object.entries(words)) i18next.addResourceBundle(language, namespace, texts);
  for (const room of entered) i18next.addResourceBundle(language, room, await wordsOfRoom(room, language));
  remember(STORED, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
