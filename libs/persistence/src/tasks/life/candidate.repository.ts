import type { EntityManager } from 'typeorm';
import type { Actor, Appointment, Role, StandIn } from '#domain';
import { STANDS_FOR } from '../../delegation/standing.js';
import { APPOINTMENT_JSON } from '../../organisation/appointments/appointment-json.js';
import { isLive, isOnLeave } from '../../organisation/appointments/live-appointment.js';
import { preparedRows } from '../../shared/prepared.js';
import { rowsOf } from '../../shared/unit-of-work.js';

/** A task is handed to one of few: an office has a handful of officers. */
const MOST_SHOWN = 50;

/** Officers to whom a task may be handed, with the appointments that are live today. */
export class CandidateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The officers with these ids; whoever is unknown or disabled is missing. */
  async byId(officerIds: readonly string[]): Promise<Actor[]> {
    return this.actors('o.id = any($1::uuid[])', [officerIds]);
  }

  /** An officer with the offices of absent colleagues in which they stand in today. */
  async standing(officerId: string): Promise<Actor | undefined> {
    const [actor] = await this.byId([officerId]);
    return actor && { ...actor, standsFor: await preparedRows<StandIn>(this.manager, STANDS_FOR, [officerId]) };
  }

  /** Which of these officers are on leave today. */
  async onLeave(officerIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select o.id from officer o where o.id = any($1::uuid[]) and ${isOnLeave('o.id')}`,
      [officerIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Who holds one of these roles in a territory today and is not on leave, by name. */
  async holdersOf(roles: readonly Role[], territoryCode: string): Promise<Actor[]> {
    return this.actors(
      `exists (select from appointment h join office n on n.id = h.office_id
                where h.officer_id = o.id and h.role = any($1)
                  and ${isLive('h')} and not ${isOnLeave('h.officer_id')}
                  and (n.territory_code = 'ID' or $2 = n.territory_code or $2 like n.territory_code || '.%'))`,
      [roles, territoryCode],
    );
  }

  /** Who holds this role today in a territory, above it, or next to it under the same office above, by name. */
  async ofRole(role: Role, territoryCode: string): Promise<Actor[]> {
    return this.actors(
      `exists (select from appointment h join office n on n.id = h.office_id
                where h.officer_id = o.id and h.role = $1
                  and ${isLive('h')}
                  and (n.territory_code = 'ID' or $2 = n.territory_code or $2 like n.territory_code || '.%'
                       or n.territory_code like regexp_replace($2, '[.][^.]*$', '') || '.%'))`,
      [role, territoryCode],
    );
  }

  private async actors(where: string, parameters: unknown[]): Promise<Actor[]> {
    return rowsOf<{ officerId: string; fullName: string; appointments: Appointment[] }>(
      this.manager,
      `select o.id as "officerId", o.full_name as "fullName", coalesce(jsonb_agg(${APPOINTMENT_JSON})
                filter (where a.id is not null), '[]') as appointments
         from officer o
         left join appointment a on a.officer_id = o.id
               and ${isLive('a')}
         left join office f on f.id = a.office_id
        where o.disabled_at is null and ${where}
        group by o.id order by o.full_name limit ${MOST_SHOWN}`,
      parameters,
    );
  }
}
