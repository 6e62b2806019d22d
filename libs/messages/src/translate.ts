import i18next from 'i18next';
import commonEn from './en/common.json' with { type: 'json' };
import errorsEn from './en/errors.json' with { type: 'json' };
import findingsEn from './en/findings.json' with { type: 'json' };
import mailEn from './en/mail.json' with { type: 'json' };
import notificationsEn from './en/notifications.json' with { type: 'json' };
import authorityEn from './en/authority.json' with { type: 'json' };
import organisationEn from './en/organisation.json' with { type: 'json' };
import webEn from './en/web.json' with { type: 'json' };
import commonId from './id/common.json' with { type: 'json' };
import errorsId from './id/errors.json' with { type: 'json' };
import findingsId from './id/findings.json' with { type: 'json' };
import mailId from './id/mail.json' with { type: 'json' };
import notificationsId from './id/notifications.json' with { type: 'json' };
import authorityId from './id/authority.json' with { type: 'json' };
import organisationId from './id/organisation.json' with { type: 'json' };
import webId from './id/web.json' with { type: 'json' };

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const catalogue = i18next.createInstance();
await catalogue.init({
  lng: 'id',
  fallbackLng: 'id',
  ns: ['errors', 'authority', 'common', 'findings', 'mail', 'notifications', 'organisation', 'web'],
  defaultNS: 'errors',
  keySeparator: '.',
  interpolation: { escapeValue: false },
  resources: {
    id: {
      errors: errorsId,
      authority: authorityId,
      common: commonId,
      findings: findingsId,
      mail: mailId,
      notifications: notificationsId,
      organisation: organisationId,
      web: webId,
    },
    en: {
      errors: errorsEn,
      authority: authorityEn,
      common: commonEn,
      findings: findingsEn,
      mail: mailEn,
      notifications: notificationsEn,
      organisation: organisationEn,
      web: webEn,
    },
  },
});

/** Bahasa Indonesia unless English is asked for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
}

/** The sentence of a key such as `errors:TASK_HELD`; a key that is missing comes back as it is. */
export function translate(language: Language, key: string, values: Readonly<Record<string, unknown>> = {}): string {
  return catalogue.t(key, { lng: language, ...values });
}
