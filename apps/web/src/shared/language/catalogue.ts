import type { ResourceLanguage } from 'i18next';
import type { Language } from './language';

const LOADERS: Readonly<Record<Language, () => Promise<ResourceLanguage>>> = {
  id: async () => {
    const [web, common] = await Promise.all([
      import('../../../../../libs/messages/src/id/web.json'),
      import('../../../../../libs/messages/src/id/common.json'),
    ]);
    return { web: web.default, common: common.default };
  },
  en: async () => {
    const [web, common] = await Promise.all([
      import('../../../../../libs/messages/src/en/web.json'),
      import('../../../../../libs/messages/src/en/common.json'),
    ]);
    return { web: web.default, common: common.default };
  },
};

/** The words of one language; the other one is fetched when somebody asks for it. */
export const wordsOf = (language: Language): Promise<ResourceLanguage> => LOADERS[language]();

/** Words that only some pages need, fetched with them. */
const ROOMS = {
  authority: {
    id: () => import('../../../../../libs/messages/src/id/authority.json'),
    en: () => import('../../../../../libs/messages/src/en/authority.json'),
  },
  delegations: {
    id: () => import('../../../../../libs/messages/src/id/delegations.json'),
    en: () => import('../../../../../libs/messages/src/en/delegations.json'),
  },
  oversight: {
    id: () => import('../../../../../libs/messages/src/id/oversight.json'),
    en: () => import('../../../../../libs/messages/src/en/oversight.json'),
  },
  planning: {
    id: () => import('../../../../../libs/messages/src/id/planning.json'),
    en: () => import('../../../../../libs/messages/src/en/planning.json'),
  },
  notifications: {
    id: () => import('../../../../../libs/messages/src/id/notifications.json'),
    en: () => import('../../../../../libs/messages/src/en/notifications.json'),
  },
  organisation: {
    id: () => import('../../../../../libs/messages/src/id/organisation.json'),
    en: () => import('../../../../../libs/messages/src/en/organisation.json'),
  },
} as const;
export type Room = keyof typeof ROOMS;

export const wordsOfRoom = async (room: Room, language: Language): Promise<object> =>
  (await ROOMS[room][language]()).default;
