import type { EntityManager } from 'typeorm';
import { HEAD_OF_OFFICE, type MandateMove } from '#domain';
import { isLive } from '../organisation/appointments/live-appointment.js';

const heads = Object.entries(HEAD_OF_OFFICE).map(([level, role]) => ({ level, role }));
const TOLD: readonly MandateMove[] = ['revoked', 'expired', 'returned', 'suspended'];

/**
 * Tells those who speak for the two offices of each mandate that it stopped, except for whoever did it. Once for each
 * event in the ledger, which must be written before.
 */
export async function tellMandateEnded(
  manager: EntityManager,
  mandateIds: readonly string[],
  move: MandateMove,
  officerId: string | undefined,
): Promise<void> {
  if (!TOLD.includes(move)) return;
  await manager.query(
    `insert into notification (officer_id, kind, key, details, occurred_at)
     select distinct a.officer_id, 'mandate.ended',
            'mandate-event:' || (select max(v.id) from mandate_event v where v.mandate_id = m.id),
            jsonb_build_object('event', $2::text, 'territoryCode', m.territory_code, 'mandateId', m.id), programme_now()
       from mandate m join office f on f.id in (m.grantor_office_id, m.grantee_office_id)
       join jsonb_to_recordset($3::jsonb) as head(level text, role text) on head.level = f.level
       join appointment a on a.office_id = f.id and a.role = head.role
            and ${isLive('a')}
       join officer o on o.id = a.officer_id and o.disabled_at is null
      where m.id = any($1::uuid[]) and a.officer_id is distinct from $4::uuid
     on conflict (officer_id, key) do nothing`,
    [mandateIds, move, JSON.stringify(heads), officerId ?? null],
  );
}
