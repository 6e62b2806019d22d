import i18next, { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import en from '../../../../../libs/messages/src/en/planning.json';
import id from '../../../../../libs/messages/src/id/planning.json';

i18next.addResourceBundle('en', 'planning', en);
i18next.addResourceBundle('id', 'planning', id);

export type Say = TFunction<'planning'>;

/** The words of the rooms that look ahead: they come with those rooms, for the first screen needs none of them. */
export const usePlanningWords = (): Say => useTranslation('planning').t;
