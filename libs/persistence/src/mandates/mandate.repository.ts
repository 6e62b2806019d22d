import type { EntityManager } from 'typeorm';
import {
  MANDATE_POWERS,
  DomainError,
  isLive,
  type MandateKind,
  type StageName,
  type TerritoryLevel,
  type MandateMove,
  type MandateState,
  type Role,
  renewalOf,
  stateAfter,
  whyNotRenewed,
  MANDATE_LIFE,
} from '#domain';
import { tellMandateEnded } from '../notifications/mandate-ended.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { type MandateEventRow, writeEvents, eventsOf } from './mandate-events.js';
import { ProgrammeClockRepository } from '../calendar/programme-clock.repository.js';
import { returnToGrantor } from './return-to-grantor.js';
import { restoreToGrantee } from './restore-to-grantee.js';
import { chainOf, lockTree, treeBelow, type TreeRow } from './mandate-tree.js';

export interface MandateRow {
  id: string;
  kind: MandateKind;
  periodId: string;
  periodCode: string;
  grantor: string;
  grantee: string;
  grantorLevel: TerritoryLevel;
  grantorTerritory: string;
  granteeLevel: TerritoryLevel;
  granteeTerritory: string;
  territoryCode: string;
  powers: StageName[];
  ceilingFamilies: number;
  ceilingRupiah: string;
  usedFamilies: number;
  usedRupiah: string;
  /** What live slices still bind. */
  boundFamilies: number;
  boundRupiah: string;
  leftFamilies: number;
  leftRupiah: string;
  validFrom: string;
  validTo: string;
  state: MandateState;
  parentId: string | null;
  depth: number;
  letterNumber: string | null;
  /** A city answers the first offer in its task, a renewal here. */
  wasAccepted: boolean;
}

interface Author {
  readonly officerId: string | undefined;
  readonly reason: string | undefined;
}

const officeOf = (role: Role, territory: string): string =>
  `select o.id from office o join appointment p on p.office_id = o.id
    where p.role = '${role}' and o.territory_code = ${territory} order by o.name limit 1`;

/** Mandates and their lives. What is left of each is counted from the ledger; see MandateSliceRepository and MandateUseRepository. */
export class MandateRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Gives every city of the period its mandate, up to its quota: from the ministry's office to the one whose head
   * accepts it. A city has other offices, but one mandate. A repeat changes nothing.
   */
  async grantForPeriod(periodId: string, validDays: number): Promise<void> {
    await this.manager.query(
      `with granted as (
         insert into mandate (kind, period_id, grantor_office_id, grantee_office_id, territory_code, powers,
                              ceiling_families, ceiling_rupiah, valid_from, valid_to, state)
         select 'delegation', a.period_id, ministry.id, city.id, a.city_code,
                $3::text[],
                a.quota_families, a.amount_rupiah, programme_today(), programme_today() + $2::int, 'granted'
           from allocation a
           join lateral (${officeOf('programme_officer', `'ID'`)}) ministry on true
           join lateral (${officeOf('dinsos_head', 'a.city_code')}) city on true
          where a.period_id = $1
         on conflict (period_id, territory_code, grantee_office_id) where parent_id is null do nothing
         returning id, ceiling_families, ceiling_rupiah
       )
       insert into mandate_event (mandate_id, event, families, amount_rupiah, occurred_at)
       select id, 'granted', ceiling_families, ceiling_rupiah, programme_now() from granted`,
      [periodId, validDays, MANDATE_POWERS],
    );
  }

  /** What an office accepts: where, which powers, from when to when, up to how much. The keys are what is hashed. */
  async terms(mandateId: string): Promise<{ families: number; amountRupiah: string } | undefined> {
    return rowOf(
      this.manager,
      `select territory_code, powers, valid_from::text, valid_to::text, ceiling_families as families,
            ceiling_rupiah as "amountRupiah" from mandate where id = $1`,
      [mandateId],
    );
  }

  /** The city's mandate in a period. Throws MANDATE_MISSING. */
  async ofCity(periodId: string, cityCode: string): Promise<{ id: string; state: string }> {
    const row = await rowOf<{ id: string; state: string }>(
      this.manager,
      'select id, state from mandate where period_id = $1 and territory_code = $2 and parent_id is null for update',
      [periodId, cityCode],
    );
    if (row === undefined) throw new DomainError('MANDATE_MISSING', 'the city has no mandate in this period');
    return row;
  }

  /**
   * Moves a mandate on, by MANDATE_LIFE, under its tree's lock. Repeating a move that already holds changes nothing; an
   * impossible one throws MANDATE_NOT_LIVE. An end ends every slice below as well and hands open tasks back to whoever
   * gave the power; its event carries what was left.
   */
  async record(mandateId: string, move: MandateMove, officerId: string | undefined, reason?: string): Promise<void> {
    await lockTree(this.manager, mandateId);
    const [mandate, ...below] = await treeBelow(this.manager, mandateId);
    if (mandate === undefined) throw new DomainError('MANDATE_UNKNOWN', 'no such mandate');
    if (mandate.state === MANDATE_LIFE[move].to) return;
    const after = stateAfter(mandate.state, move);
    if (after === undefined) {
      throw new DomainError('MANDATE_NOT_LIVE', 'the mandate is not in a state for this', { state: mandate.state });
    }
    if (isLive(after)) await this.move([mandate], move, { officerId, reason });
    if (move === 'accepted') await restoreToGrantee(this.manager, mandateId);
    if (!isLive(after)) await this.end(mandate, below, move, { officerId, reason });
  }

  /**
   * Gives it a later last day: a live one is extended, a city's that has ended is offered anew with what is left of its
   * ceiling. Throws what `whyNotRenewed` says.
   */
  async renew(mandateId: string, validTo: string, officerId: string, reason: string): Promise<void> {
    await lockTree(this.manager, mandateId);
    const chain = await this.chain(mandateId);
    const [mandate, parent] = [chain.at(-1), chain.at(-2)];
    if (mandate === undefined) throw new DomainError('MANDATE_UNKNOWN', 'no such mandate');
    const facts = { state: mandate.state, validTo: mandate.validTo, parentValidTo: parent?.validTo };
    const today = await new ProgrammeClockRepository(this.manager).today();
    const refusal = whyNotRenewed(facts, validTo, today);
    if (refusal !== undefined) throw new DomainError(refusal.code, 'not this last day', { refusals: [refusal] });
    const event = renewalOf(facts) ?? 'extended';
    await this.manager.query('update mandate set valid_to = $2, state = $3 where id = $1', [
      ...[mandateId, validTo, event === 'renewed' ? 'granted' : mandate.state],
    ]);
    await writeEvents(this.manager, [{ mandateId, event, ...mandate.left, officerId, reason }]);
  }

  /**
   * Raises or lowers a city's ceiling with its quota. What is offered and not answered yet is offered with the new ceiling. The
   * caller has seen that so much is left; the database refuses a use beyond it.
   */
  async moveCeiling(mandateId: string, deltaFamilies: number, rupiahPerFamily: bigint, reason: string): Promise<void> {
    await lockTree(this.manager, mandateId);
    await this.manager.query(
      `update mandate set ceiling_families = ceiling_families + $2::int, ceiling_rupiah = ceiling_rupiah + $2::int * $3::bigint
        where id = $1`,
      [mandateId, deltaFamilies, rupiahPerFamily.toString()],
    );
    const families = Math.abs(deltaFamilies);
    const event = deltaFamilies > 0 ? 'raised' : 'lowered';
    const amountRupiah = BigInt(families) * rupiahPerFamily;
    await writeEvents(this.manager, [{ mandateId, event, families, amountRupiah, reason }]);
  }

  /** Ends a mandate whose last day is past. One that ended meanwhile stays as it is. */
  async expire(mandateId: string): Promise<void> {
    await lockTree(this.manager, mandateId);
    if ((await this.due()).includes(mandateId)) await this.record(mandateId, 'expired', undefined);
  }

  /** Live mandates whose last day is past, parents before their slices, 500 at most. */
  async due(): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select id from mandate where state in ('granted', 'accepted', 'suspended') and valid_to < programme_today()
        order by depth, id limit 500`,
    );
    return rows.map(({ id }) => id);
  }

  /** The mandate and everything above it, the city's first. Empty when there is no such mandate. */
  async chain(mandateId: string): Promise<TreeRow[]> {
    return chainOf(this.manager, mandateId);
  }

  /** What happened to it, oldest first. */
  async events(mandateId: string): Promise<MandateEventRow[]> {
    return eventsOf(this.manager, mandateId);
  }

  /** A slice ends with its parent: by the calendar if that did, else because the power behind it is gone. */
  private async end(mandate: TreeRow, below: readonly TreeRow[], move: MandateMove, by: Author): Promise<void> {
    const slices = below.filter(({ state }) => isLive(state));
    const hadTasks = [mandate, ...slices].filter(({ state }) => state !== 'granted').map(({ id }) => id);
    await this.move(slices, move === 'expired' ? 'expired' : 'revoked', by);
    await this.move([mandate], move, by);
    await returnToGrantor(this.manager, hadTasks, by.officerId);
  }

  private async move(rows: readonly TreeRow[], move: MandateMove, by: Author): Promise<void> {
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await this.manager.query('update mandate set state = $2 where id = any($1)', [ids, MANDATE_LIFE[move].to]);
    await writeEvents(
      this.manager,
      rows.map(({ id, left }) => ({ mandateId: id, event: move, ...left, ...by })),
    );
    await tellMandateEnded(this.manager, ids, move, by.officerId);
  }

  async list(territories: readonly string[]): Promise<MandateRow[]> {
    return rowsOf<MandateRow>(
      this.manager,
      `select m.id, m.kind, m.period_id as "periodId", p.code as "periodCode", g.name as grantor, e.name as grantee,
              g.level as "grantorLevel", g.territory_code as "grantorTerritory", e.level as "granteeLevel",
              e.territory_code as "granteeTerritory",
              m.territory_code as "territoryCode", m.powers, m.ceiling_families as "ceilingFamilies",
              m.ceiling_rupiah as "ceilingRupiah", b.used_families as "usedFamilies",
              b.used_rupiah::text as "usedRupiah", b.bound_families as "boundFamilies",
              b.bound_rupiah::text as "boundRupiah", b.left_families as "leftFamilies",
              b.left_rupiah::text as "leftRupiah", m.valid_from::text as "validFrom",
              m.valid_to::text as "validTo", m.state, m.parent_id as "parentId", m.depth, m.letter_number as "letterNumber",
              exists (select from mandate_event v where v.mandate_id = m.id and v.event = 'accepted') as "wasAccepted"
         from mandate m join period p on p.id = m.period_id
         join office g on g.id = m.grantor_office_id join office e on e.id = m.grantee_office_id
         join mandate_balance b on b.mandate_id = m.id
        where 'ID' = any($1) or m.territory_code = any($1)
           or exists (select from unnest($1::text[]) s where s like m.territory_code || '.%'
                                                         or m.territory_code like s || '.%')
        order by p.opened_on desc, left(m.territory_code, 5), m.depth, m.territory_code, m.id limit 600`,
      [territories],
    );
  }
}
