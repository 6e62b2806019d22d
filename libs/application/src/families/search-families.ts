import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  DomainError,
  familyCodeOf,
  type FamilySearch,
  levelOf,
  nameKeys,
  readFamilySearch,
  territoriesWith,
  territoryAt,
} from '#domain';
import {
  AuditRepository,
  FamilySearchRepository,
  type FoundFamily,
  PersonVault,
  ReferenceRepository,
  type SearchPage,
} from '#persistence';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import { ByNumber, decodeCursor, encodeCursor, toPage } from '../shared/page.js';
import type { FamilySearchQuery, FoundFamilies, SearchPlaces } from './families.schemas.js';

type Found = z.infer<typeof FoundFamilies>;
type Search = FamilySearch | { readonly by: 'place' };

const CANDIDATES_AT_ONCE = 500;
/** A page of names ends here even when it is not full: the next one goes on behind it. */
const MOST_OPENED = 2_000;

/** The register of families by number, name, code or kelurahan. Everybody finds the families of their own territory, masked. */
@Injectable()
export class SearchFamilies {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /**
   * Who searched is in the trail with the purpose and the keyed hash of what was looked for, once for all pages, and counts towards
   * the quota of opened records. Throws FAMILY_SEARCH for text that is none, REVEAL_QUOTA, CURSOR_INVALID.
   */
  async search(actor: SignedIn, query: FamilySearchQuery, requestId: string): Promise<Found> {
    const search = readSearch(query);
    const scopes = territoriesWith(actor, 'family:search');
    const page = {
      ...{ territories: scopes, kelurahanCode: query.kelurahanCode, limit: query.limit + 1 },
      afterId: decodeCursor(query.cursor, ByNumber)?.id,
    };
    if (query.cursor === undefined) await demandRevealQuota(this.database, actor, requestId);
    const { rows, goesOnAfter } = await this.find(search, page);
    if (query.cursor === undefined) await this.note(actor, query, search, rows, requestId);
    const shown = toPage(rows, query.limit, ({ id }) => ({ id }));
    const next = shown.next ?? (goesOnAfter === undefined ? null : encodeCursor({ id: goesOnAfter }));
    return { rows: shown.rows.map(view), next };
  }

  /** The kelurahan in which the reader finds families, by code. */
  async places(actor: SignedIn): Promise<z.infer<typeof SearchPlaces>> {
    const reference = new ReferenceRepository(this.database.manager);
    const below = await Promise.all(
      territoriesWith(actor, 'family:search').map((scope) => reference.territoriesBelow(scope)),
    );
    return below
      .flat()
      .filter(({ level }) => level === 'kelurahan')
      .map(({ code, name }) => ({ code, name }));
  }

  private async find(search: Search, page: SearchPage): Promise<{ rows: FoundFamily[]; goesOnAfter?: string }> {
    const families = new FamilySearchRepository(this.database.manager);
    if (search.by === 'code') return { rows: await families.byId(page, search.familyId) };
    if (search.by === 'number') return { rows: await families.byNumber(page, this.vault.indexOf(search.number)) };
    if (search.by === 'place') return { rows: await families.byPlace(page) };
    return this.findByName(search.keys, page);
  }

  /** Buckets are shared by several names: candidates are opened in memory, and those of another name are left out. */
  private async findByName(
    keys: readonly string[],
    page: SearchPage,
  ): Promise<{ rows: FoundFamily[]; goesOnAfter?: string }> {
    const families = new FamilySearchRepository(this.database.manager);
    const cities = citiesOf(page).map((city) => ({ city, keys: this.vault.nameBuckets(city, keys) }));
    const rows: FoundFamily[] = [];
    let { afterId } = page;
    for (let opened = 0; opened < MOST_OPENED; opened += CANDIDATES_AT_ONCE) {
      const candidates = await families.byName({ ...page, afterId, limit: CANDIDATES_AT_ONCE }, cities);
      rows.push(...candidates.filter((one) => this.isNamed(one, keys)).slice(0, page.limit - rows.length));
      afterId = candidates.at(-1)?.id;
      if (candidates.length < CANDIDATES_AT_ONCE || rows.length === page.limit) return { rows };
    }
    return { rows, ...(afterId === undefined ? {} : { goesOnAfter: afterId }) };
  }

  private isNamed({ sealed }: FoundFamily, keys: readonly string[]): boolean {
    try {
      const name = nameKeys(this.vault.open(sealed).fullName);
      return keys.every((key) => name.includes(key));
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private async note(
    actor: SignedIn,
    { purpose, kelurahanCode }: FamilySearchQuery,
    search: Search,
    rows: readonly FoundFamily[],
    requestId: string,
  ): Promise<void> {
    const [only] = rows;
    await new AuditRepository(this.database.manager).note({
      ...{ officerId: actor.officerId, action: 'person.searched', subjectType: 'family', requestId },
      // By the row that names the person, as a record that is opened: so an auditor finds both by NIK.
      subjectId: rows.length === 1 && only !== undefined ? only.rowId : 'none',
      territoryCode: kelurahanCode ?? actor.appointments[0]?.territoryCode,
      details: { by: search.by, ...this.hashOf(search), purpose, found: rows.length },
    });
  }

  private hashOf(search: Search): { hash?: string } {
    if (search.by === 'number') return { hash: this.vault.indexOf(search.number).toString('hex') };
    if (search.by === 'name') return { hash: this.vault.indexOf(`name ${search.keys.join(' ')}`).toString('hex') };
    return {};
  }
}

/** Throws FAMILY_SEARCH for text that is no search, and for a search of nothing. */
function readSearch({ text = '', kelurahanCode }: FamilySearchQuery): Search {
  if (text.trim() === '' && kelurahanCode !== undefined) return { by: 'place' };
  const search = readFamilySearch(text);
  if (search !== undefined) return search;
  throw new DomainError('FAMILY_SEARCH', 'neither a code, nor a number, nor a name', { field: 'text' });
}

/** The cities in whose names to look. A name is searched by those who work in one city, or in places of it. */
const citiesOf = ({ territories, kelurahanCode }: SearchPage): string[] => {
  const places = kelurahanCode === undefined ? territories : [kelurahanCode];
  return [
    ...new Set(
      places.filter((code) => !['nation', 'province'].includes(levelOf(code))).map((code) => territoryAt(code, 'city')),
    ),
  ];
};

function view({ id, rowId: _rowId, sealed: _sealed, ...family }: FoundFamily): Found['rows'][number] {
  return { code: familyCodeOf(id), ...family };
}
