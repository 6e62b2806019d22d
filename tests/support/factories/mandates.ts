import {
  inTransaction,
  MandateRepository,
  MandateSliceRepository,
  MandateUseRepository,
  type NewSlice,
  rowOf,
} from '#persistence';
import type { DataSource } from 'typeorm';
import { anOfficer, type MadeOfficer } from './officers.js';
import { BENEFIT, type MadePeriod } from './periods.js';

export const KECAMATAN = '32.75.02';

/** Families with the rupiah they stand for. */
export const families = (count: number): { families: number; amountRupiah: bigint } => ({
  families: count,
  amountRupiah: BENEFIT * BigInt(count),
});

/** The city's own mandate. */
export async function cityMandate(database: DataSource, period: MadePeriod): Promise<string> {
  return (await new MandateRepository(database.manager).ofCity(period.periodId, period.cityCode)).id;
}

export async function officeOf(database: DataSource, officer: MadeOfficer): Promise<string> {
  const sql = 'select office_id as id from appointment where id = $1';
  const row = await rowOf<{ id: string }>(database.manager, sql, [officer.appointmentId]);
  return row?.id ?? '';
}

/** A slice for the office of a camat, of 40 families for two kinds of work, from today for as long as its parent holds. */
export async function aSlice(
  database: DataSource,
  parentId: string,
  more: Partial<NewSlice> = {},
): Promise<NewSlice & { readonly officerId: string }> {
  const territoryCode = more.territoryCode ?? KECAMATAN;
  const camat = await anOfficer(database.manager, 'camat', { territoryCode });
  const days = await rowOf<{ from: string; to: string }>(
    database.manager,
    'select valid_from::text as from, valid_to::text as to from mandate where id = $1',
    [parentId],
  );
  return {
    kind: 'mandate',
    granteeOfficeId: await officeOf(database, camat),
    territoryCode,
    powers: ['verification', 'endorsement'],
    validFrom: days?.from ?? '',
    validTo: days?.to ?? '',
    ceiling: families(40),
    ...more,
    officerId: camat.officerId,
  };
}

/** Offers it, and unless told otherwise its office accepts. Returns its id. */
export async function giveSlice(
  database: DataSource,
  parentId: string,
  more: Partial<NewSlice> = {},
  isAccepted = true,
): Promise<string> {
  const { officerId, ...slice } = await aSlice(database, parentId, more);
  return inTransaction(database, async (manager) => {
    const id = await new MandateSliceRepository(manager).offer(parentId, slice, officerId);
    if (isAccepted) await new MandateRepository(manager).record(id, 'accepted', officerId);
    return id;
  });
}

/** Draws families in one place, as a decision would. */
export async function draw(
  database: DataSource,
  { periodId, cityCode }: MadePeriod,
  key: string,
  count: number,
  territoryCode = cityCode,
): Promise<void> {
  const whole = families(count);
  const parts = () => Promise.resolve([{ territoryCode, ...whole }]);
  await inTransaction(database, (manager) =>
    new MandateUseRepository(manager).draw({ periodId, cityCode, key, whole, parts }),
  );
}

export interface Balance {
  readonly used: number;
  readonly bound: number;
  readonly left: number;
}

/** Families of a mandate, counted by the database; the rupiah must stand for the same families. */
export async function balanceOf(database: DataSource, mandateId: string): Promise<Balance> {
  const row = await rowOf<Balance & { inRupiah: boolean }>(
    database.manager,
    `select used_families as used, bound_families as bound, left_families as left,
            (used_rupiah, bound_rupiah, left_rupiah) = (used_families * $2::bigint, bound_families * $2::bigint,
            left_families * $2::bigint) as "inRupiah"
       from mandate_balance where mandate_id = $1`,
    [mandateId, BENEFIT.toString()],
  );
  if (row?.inRupiah !== true) throw new Error('families and rupiah of a mandate differ');
  const { used, bound, left } = row;
  return { used, bound, left };
}
