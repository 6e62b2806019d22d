import type { DataSource } from 'typeorm';
import { MANDATE_POWERS } from '#domain';
import { rowOf } from '#persistence';

/** A period with one city, its mandate and one officer per role that the suites act as. */
export interface Seeded {
  readonly periodId: string;
  readonly officerId: string;
  readonly appointmentId: string;
}

export async function seedPeriod(database: DataSource, families: number): Promise<Seeded> {
  const { manager } = database;
  const officer = await rowOf<{ id: string }>(
    manager,
    `insert into officer (username, full_name, password_hash) values ('bench', 'Bench', '-') returning id`,
  );
  const office = await rowOf<{ id: string }>(
    manager,
    `insert into office (name, level, territory_code) values ('Bench', 'city', '32.75') returning id`,
  );
  const appointment = await rowOf<{ id: string }>(
    manager,
    `insert into appointment (officer_id, office_id, role, valid_from) values ($1, $2, 'dinsos_operator', '2020-01-01')
     returning id`,
    [officer?.id, office?.id],
  );
  const policy = await rowOf<{ id: string }>(manager, `select id from policy_version limit 1`);
  const period = await rowOf<{ id: string }>(
    manager,
    `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
     values ('sembako', 'bench', '{2023-03,2023-04}', 'card', $1, 'open', current_date, $2) returning id`,
    [policy?.id, officer?.id],
  );
  await manager.query(
    `insert into allocation (period_id, city_code, quota_families, rupiah_per_family, amount_rupiah)
     values ($1, '32.75', $2::int, 400000, $2::bigint * 400000)`,
    [period?.id, families],
  );
  await manager.query(
    `insert into mandate (kind, period_id, grantor_office_id, grantee_office_id, territory_code, powers,
                          ceiling_families, ceiling_rupiah, valid_from, valid_to, state)
     values ('delegation', $1, $2, $2, '32.75', $3, $4::int, $4::bigint * 400000, '2020-01-01', '2099-12-31', 'accepted')`,
    [period?.id, office?.id, MANDATE_POWERS, families],
  );
  return { periodId: period?.id ?? '', officerId: officer?.id ?? '', appointmentId: appointment?.id ?? '' };
}
