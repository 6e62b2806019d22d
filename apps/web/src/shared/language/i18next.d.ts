import type common from '../../../../../libs/messages/src/id/common.json';
import type delegations from '../../../../../libs/messages/src/id/delegations.json';
import type notifications from '../../../../../libs/messages/src/id/notifications.json';
import type planning from '../../../../../libs/messages/src/id/planning.json';
import type web from '../../../../../libs/messages/src/id/web.json';

/** A key that is not in the catalogue does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: {
      web: typeof web;
      common: typeof common;
      delegations: typeof delegations;
      notifications: typeof notifications;
      planning: typeof planning;
    };
  }
}
