import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import commonEn from '../../../../../libs/messages/src/en/common.json';
import webEn from '../../../../../libs/messages/src/en/web.json';
import commonId from '../../../../../libs/messages/src/id/common.json';
import webId from '../../../../../libs/messages/src/id/web.json';
import { recall, remember } from '../session/browser-store';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'amanah.language';
const isLanguage = (text: string | undefined): text is Language => text === 'id' || text === 'en';

const stored = recall(STORED);
const first: Language = isLanguage(stored) ? stored : 'id';

void i18next.use(initReactI18next).init({
  lng: first,
  fallbackLng: 'id',
  ns: ['web', 'common'],
  defaultNS: 'web',
  interpolation: { escapeValue: false },
  initAsync: false,
  resources: { id: { web: webId, common: commonId }, en: { web: webEn, common: commonEn } },
});
document.documentElement.lang = first;

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'id');

/** Whether this browser has chosen before; a first visit follows the language of the account. */
export const hasChosenLanguage = (): boolean => isLanguage(recall(STORED));

export function speak(language: Language): void {
  remember(STORED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
