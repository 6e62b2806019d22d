import i18next from 'i18next';
import commonEn from './en/common.json' with { type: 'json' };
import distributionEn from './en/distribution.json' with { type: 'json' };
import errorsEn from './en/errors.json' with { type: 'json' };
import rostersEn from './en/rosters.json' with { type: 'json' };
import mailEn from './en/mail.json' with { type: 'json' };
import notificationsEn from './en/notifications.json' with { type: 'json' };
import mandatesEn from './en/mandates.json' with { type: 'json' };
import organisationEn from './en/organisation.json' with { type: 'json' };
import monitoringEn from './en/monitoring.json' with { type: 'json' };
import reportingEn from './en/reporting.json' with { type: 'json' };
import outreachEn from './en/outreach.json' with { type: 'json' };
import complaintsEn from './en/complaints.json' with { type: 'json' };
import followUpEn from './en/follow-up.json' with { type: 'json' };
import webEn from './en/web.json' with { type: 'json' };
import webhooksEn from './en/webhooks.json' with { type: 'json' };
import commonId from './id/common.json' with { type: 'json' };
import distributionId from './id/distribution.json' with { type: 'json' };
import errorsId from './id/errors.json' with { type: 'json' };
import rostersId from './id/rosters.json' with { type: 'json' };
import mailId from './id/mail.json' with { type: 'json' };
import notificationsId from './id/notifications.json' with { type: 'json' };
import mandatesId from './id/mandates.json' with { type: 'json' };
import organisationId from './id/organisation.json' with { type: 'json' };
import monitoringId from './id/monitoring.json' with { type: 'json' };
import reportingId from './id/reporting.json' with { type: 'json' };
import outreachId from './id/outreach.json' with { type: 'json' };
import complaintsId from './id/complaints.json' with { type: 'json' };
import followUpId from './id/follow-up.json' with { type: 'json' };
import webId from './id/web.json' with { type: 'json' };
import webhooksId from './id/webhooks.json' with { type: 'json' };

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every code of a refusal that has a sentence. */
export type RefusalCode = keyof typeof errorsId;

const catalogue = i18next.createInstance();
await catalogue.init({
  lng: 'id',
  fallbackLng: 'id',
  ns: [
    'errors',
    'common',
    'mandates',
    'rosters',
    'mail',
    'notifications',
    'organisation',
    'follow-up',
    'complaints',
    'monitoring',
    'reporting',
    'outreach',
    'distribution',
    'web',
    'webhooks',
  ],
  defaultNS: 'errors',
  keySeparator: '.',
  interpolation: { escapeValue: false },
  resources: {
    id: {
      errors: errorsId,
      mandates: mandatesId,
      common: commonId,
      rosters: rostersId,
      mail: mailId,
      notifications: notificationsId,
      organisation: organisationId,
      'follow-up': followUpId,
      complaints: complaintsId,
      monitoring: monitoringId,
      reporting: reportingId,
      outreach: outreachId,
      distribution: distributionId,
      web: webId,
      webhooks: webhooksId,
    },
    en: {
      errors: errorsEn,
      mandates: mandatesEn,
      common: commonEn,
      rosters: rostersEn,
      mail: mailEn,
      notifications: notificationsEn,
      organisation: organisationEn,
      'follow-up': followUpEn,
      complaints: complaintsEn,
      monitoring: monitoringEn,
      reporting: reportingEn,
      outreach: outreachEn,
      distribution: distributionEn,
      web: webEn,
      webhooks: webhooksEn,
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
