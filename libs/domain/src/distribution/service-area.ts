import type { IsoDate } from '../calendar/working-days.js';
import { DomainError } from '../shared/domain-error.js';
import { levelOf } from '../territories/territory.js';

/** Into the account behind a card, or in cash at a post office. */
export const PAYMENT_CHANNELS = ['card', 'post'] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

/** Who pays the families of a territory in a channel from a day on, and out of which account. */
export interface ServiceArea {
  readonly channel: PaymentChannel;
  /** The nation, a province or a city; the nearest to a city holds for it. */
  readonly territoryCode: string;
  readonly validFrom: IsoDate;
  readonly serviceName: string;
  /** Clearing code of the bank that holds the families' accounts. */
  readonly bankCode: string;
  readonly payerName: string;
  readonly payerAccount: string;
  /** The name under which the installation knows how to reach it. */
  readonly mailbox: string;
  /** The agreement it stands on. */
  readonly paper: string;
}

/** Throws SERVICE_AREA_TERRITORY below a city, SERVICE_AREA_DATE for a day that has passed, MAILBOX_UNKNOWN. */
export function demandServiceArea(area: ServiceArea, today: IsoDate, mailboxes: readonly string[]): void {
  if (!['nation', 'province', 'city'].includes(levelOf(area.territoryCode))) {
    throw new DomainError('SERVICE_AREA_TERRITORY', 'a bank serves a city or more', { field: 'territoryCode' });
  }
  if (area.validFrom < today) {
    throw new DomainError('SERVICE_AREA_DATE', 'it begins today at the earliest', { field: 'validFrom' });
  }
  if (!mailboxes.includes(area.mailbox)) {
    throw new DomainError('MAILBOX_UNKNOWN', 'this installation does not know how to reach it', {
      ...{ value: area.mailbox, known: mailboxes.join(', '), field: 'mailbox' },
    });
  }
}
