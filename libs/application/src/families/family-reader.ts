import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type Actor, DomainError, familyCodeOf, readFamilyCode, territoriesWith } from '#domain';
import { FamilyPageRepository, type ListingRow, PersonVault } from '#persistence';
import type { FamilyRecord } from './families.schemas.js';
import { spansOf } from './family-spans.js';

type FamilyView = z.infer<typeof FamilyRecord>;

const isListed = ({ state }: ListingRow): boolean => state === 'valid' || state === 'warning';

/** One family over all periods, as far as the reader's offices see it. */
@Injectable()
export class FamilyReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Throws FAMILY_UNKNOWN for a family that no list of the reader's territories names, as if it were not there. */
  async find(actor: Actor, code: string): Promise<FamilyView> {
    const scopes = territoriesWith(actor, 'roster:read');
    const families = new FamilyPageRepository(this.database.manager);
    const familyId = readFamilyCode(code);
    const family = familyId === undefined ? undefined : await families.find(familyId, scopes);
    if (family === undefined) throw new DomainError('FAMILY_UNKNOWN', 'no such family in the reader’s territory');
    const all = await families.listings(family.id, scopes);
    const listed = all.filter(isListed);
    const newest = listed[0] ?? all[0];
    if (newest === undefined) throw new Error('a family in sight has a row in sight');
    const { rowId, nikMasked, kelurahanCode, kelurahanName, rtRw } = newest;
    return {
      ...{ code: familyCodeOf(family.id), rowId, nikMasked, kelurahanCode, kelurahanName, rtRw },
      ...{ since: family.since, elsewhere: family.elsewhere },
      places: placesOf(listed),
      listings: all.map(viewListing),
      payments: await this.payments(actor, family.id),
      cases: await this.cases(actor, family.id),
      accounts: this.accounts(listed),
      events: (await families.events(family.id, scopes)).map(({ id, event, periodCode, notedAt }) => ({
        ...{ id, event, periodCode, notedAt },
      })),
    };
  }

  private async payments(actor: Actor, familyId: string): Promise<FamilyView['payments']> {
    const scopes = territoriesWith(actor, 'money:read');
    if (scopes.length === 0) return null;
    const families = new FamilyPageRepository(this.database.manager);
    const postings = await families.postings(familyId, scopes);
    return (await families.payments(familyId, scopes)).map(
      ({ decreeId: _decreeId, orderAttempt, orderId, ...payment }) => ({
        ...payment,
        // Entitlements know their order beforehand; it is one when it was drafted.
        orderId: orderAttempt === null ? null : orderId,
        postings: postings
          .filter(({ entitlementId }) => entitlementId === payment.id)
          .map(({ transactionId, kind, postedAt, answer }) => ({ transactionId, kind, postedAt, answer })),
      }),
    );
  }

  private async cases(actor: Actor, familyId: string): Promise<FamilyView['cases']> {
    const scopes = territoriesWith(actor, 'follow-up:read');
    return scopes.length === 0 ? null : new FamilyPageRepository(this.database.manager).cases(familyId, scopes);
  }

  private accounts(listed: readonly ListingRow[]): FamilyView['accounts'] {
    const spans = spansOf(
      listed,
      (row) => (row.accountHash === null ? undefined : row),
      (row) => row.accountHash?.toString('hex') ?? '',
    );
    return spans.map(({ value, from, until }) => ({ accountMasked: this.maskedAccount(value), from, until }));
  }

  /** The last four digits, as of a NIK; the record is opened in memory and nothing else of it goes out. */
  private maskedAccount({ sealed }: ListingRow): string {
    try {
      return `••••${this.vault.open(sealed).accountNumber.slice(-4)}`;
    } catch (error) {
      // The page of a family shows what it can; who opens the record hears that it is unreadable.
      if (error instanceof DomainError) return '••••';
      throw error;
    }
  }
}

const placesOf = (listed: readonly ListingRow[]): FamilyView['places'] =>
  spansOf(
    listed,
    ({ kelurahanCode, kelurahanName, rtRw }) => ({ kelurahanCode, kelurahanName, rtRw }),
    ({ kelurahanCode, rtRw }) => `${kelurahanCode ?? ''} ${rtRw ?? ''}`,
  ).map(({ value, from, until }) => ({ ...value, from, until }));

function viewListing(row: ListingRow): FamilyView['listings'][number] {
  const { rowId, periodId, periodCode, programme, rosterId, version, cityCode, kpmCode, nikMasked } = row;
  const { kelurahanCode, linkedBy, state, verdict, verdictReason, verdictAt } = row;
  return {
    ...{ rowId, periodId, periodCode, programme, rosterId, version, cityCode, kpmCode, nikMasked },
    ...{ kelurahanCode, linkedBy, state, verdict, verdictReason, verdictAt },
    matchResult: row.matchResult as FamilyView['listings'][number]['matchResult'],
  };
}
