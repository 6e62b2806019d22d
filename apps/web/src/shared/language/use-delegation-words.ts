import i18next, { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import en from '../../../../../libs/messages/src/en/delegations.json';
import id from '../../../../../libs/messages/src/id/delegations.json';

i18next.addResourceBundle('en', 'delegations', en);
i18next.addResourceBundle('id', 'delegations', id);

/** The words of delegations and hand-overs: they come with those pages, for the first screen needs none of them. */
export const useDelegationWords = (): TFunction<'delegations'> => useTranslation('delegations').t;
