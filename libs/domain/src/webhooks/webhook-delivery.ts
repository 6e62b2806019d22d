/**
 * How a receiver's answer counts: `refused` concerns this delivery alone, `away` everything that goes there, and `gone` is a receiver's
 * own wish to hear nothing any more (410).
 */
export type WebhookVerdict = 'delivered' | 'refused' | 'away' | 'gone';

export const DELIVERY_STATES = ['pending', 'delivered', 'given_up', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Seconds between attempts. They grow as in the schedule of Standard Webhooks ("Deliverability and reliability"), three days together. */
const PAUSES = [5, 20, 120, 600, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** After so many attempts a delivery is given up and becomes work for a person. */
export const WEBHOOK_ATTEMPTS = PAUSES.length + 1;

/** After so many given up in a row nothing more is sent there until a person says so. */
export const MOST_GIVEN_UP = 5;

/** How long a receiver has to answer. */
export const WEBHOOK_TIMEOUT_MS = 10_000;

/** How long the secret of before is signed with as well, so that a receiver changes it without losing anything. */
export const ROTATION_HOURS = 24;

/** Seconds to wait after the n-th attempt, from 1; undefined when there is none after it. */
export const webhookPause = (attempts: number): number | undefined => PAUSES[Math.max(attempts, 1) - 1];

/** Statuses by which a receiver says that it cannot take anything at the moment. */
const AWAY = new Set([408, 425, 429]);

/** What an HTTP status says; a redirect is followed nowhere and counts as refused. */
export function verdictOf(status: number): WebhookVerdict {
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return status >= 500 || AWAY.has(status) ? 'away' : 'refused';
}
