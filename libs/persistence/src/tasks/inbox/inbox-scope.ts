import { ADDABLE_ROLES, type Appointment, NATION, type StandIn } from '#domain';

const CITY_CODE_LENGTH = 5;

/**
 * `mine`: held by me; `pool`: free for one of my offices, and for me where it was forwarded; `waiting`: both; `done`:
 * decided or approved by me; `behalf`: of officers for whom I stand in today; `watched`: on which I keep an eye, or which my office observes; `territory`: all that lies
 * where I serve.
 */
export type InboxView = 'waiting' | 'mine' | 'pool' | 'behalf' | 'done' | 'watched' | 'territory';

/** Takes a value, and answers with its placeholder. */
export type Add = (value: unknown) => string;

export interface InboxReader {
  readonly officerId: string;
  readonly appointments: readonly Appointment[];
  readonly standsFor: readonly StandIn[];
}

/** Which open tasks `t` a view shows to an officer. No appointment, no rows but what is held or watched. */
export function scopeOf(
  view: Exclude<InboxView, 'done'>,
  { officerId, appointments, standsFor }: InboxReader,
  add: Add,
): string {
  return {
    mine: () => `t.owner_id = ${add(officerId)}`,
    territory: () => anyOf(appointments.map(({ territoryCode }) => place('t', territoryCode, add))),
    watched: () => watched(officerId, appointments, add),
    pool: () => pool(officerId, appointments, add, false),
    behalf: () => anyOf(othersOf(officerId, standsFor, add)),
    waiting: () => anyOf([pool(officerId, appointments, add, true), ...othersOf(officerId, standsFor, add)]),
  }[view]();
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;

function pool(officerId: string, appointments: readonly Appointment[], add: Add, withMine: boolean): string {
  const offices = appointments.map(
    ({ role, territoryCode }) => `(t.role = ${add(role)} and ${place('t', territoryCode, add)})`,
  );
  const added = addedOffices(appointments, add);
  const office = anyOf([...offices, ...added]);
  const me = add(officerId);
  // A forwarded task has left the inbox of everybody but those it was forwarded to; one's own approval is given once.
  const mayTake = `t.owner_id is null
    and ${anyOf([`t.potential_owners is null`, `${me}::uuid = any(t.potential_owners)`, ...added])}
    and (t.approval_request_id is null or not exists (
      select from approval_vote v where v.request_id = t.approval_request_id and v.artefact_hash = t.artefact_hash
         and ${me}::uuid in (v.officer_id, v.acted_for_id)))`;
  return withMine ? `${office} and (t.owner_id = ${me} or (${mayTake}))` : `${mayTake} and ${office}`;
}

/** Tasks of other offices to which this one was added; few offices can be, and the others' lists cost nothing more. */
const addedOffices = (appointments: readonly Appointment[], add: Add): string[] =>
  appointments
    .filter(({ role }) => ADDABLE_ROLES.has(role))
    .map(
      ({ role, territoryCode }) =>
        `(t.added_roles <> '{}' and ${add(role)} = any(t.added_roles) and ${place('t', territoryCode, add)})`,
    );

/** What comes to the officers for whom one stands in: free in their office, held by them, or held for them. */
const othersOf = (officerId: string, standsFor: readonly StandIn[], add: Add): string[] =>
  standsFor.map(({ appointment, principal, delegationId, between }) => {
    const office = `t.role = ${add(appointment.role)} and ${place('t', appointment.territoryCode, add)}`;
    const absent = add(principal.officerId);
    const links = add([officerId, ...between.map((via) => via.officerId)]);
    return `(${office} and t.state <> 'suspended' and (
      (t.owner_id is null and (t.potential_owners is null or ${absent}::uuid = any(t.potential_owners)))
      or (t.owner_id = ${absent}::uuid and t.delegated_by is null)
      or (t.delegation_id = ${add(delegationId)}::uuid and t.owner_id = any(${links}::uuid[]))))`;
  });

/** Few tasks are watched, so they are found first and not looked for among all. */
function watched(officerId: string, appointments: readonly Appointment[], add: Add): string {
  const observed = appointments.map(
    ({ role, territoryCode }) => `(${add(role)} = any(r.observers) and ${place('o', territoryCode, add)})`,
  );
  return `t.id in (
    select w.task_id from task_watch w where w.officer_id = ${add(officerId)}
    union
    select o.id from approval_request r join task o on o.approval_request_id = r.id where ${anyOf(observed)})`;
}

/** The city comes first because the index has it; the rest of the code narrows the city's few tasks. */
function place(task: string, territoryCode: string, add: Add): string {
  if (territoryCode === NATION) return 'true';
  if (territoryCode.length < CITY_CODE_LENGTH) return `${task}.city_code like ${add(`${territoryCode}.%`)}`;
  const city = `${task}.city_code = ${add(territoryCode.slice(0, CITY_CODE_LENGTH))}`;
  if (territoryCode.length === CITY_CODE_LENGTH) return city;
  const [own, below] = [add(territoryCode), add(`${territoryCode}.%`)];
  return `(${city} and (${task}.territory_code = ${own} or ${task}.territory_code like ${below}))`;
}
