import type authority from '../../../../../libs/messages/src/id/authority.json';
import type common from '../../../../../libs/messages/src/id/common.json';
import type delegations from '../../../../../libs/messages/src/id/delegations.json';
import type notifications from '../../../../../libs/messages/src/id/notifications.json';
import type organisation from '../../../../../libs/messages/src/id/organisation.json';
import type oversight from '../../../../../libs/messages/src/id/oversight.json';
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
      organisation: typeof organisation;
      authority: typeof authority;
      oversight: typeof oversight;
      planning: typeof planning;
    };
  }
}
