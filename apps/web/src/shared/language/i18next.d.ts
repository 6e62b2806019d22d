import type { WordsByRoom } from '../../../../../libs/messages/src/words';

/** A key that is not in the catalogue does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: WordsByRoom;
  }
}
