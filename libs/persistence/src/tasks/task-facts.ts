import type { EntityManager } from 'typeorm';
import type { Capacity, MandateFacts } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';
import type { LockedTask, TaskRow } from './task.types.js';

interface Signed {
  readonly chainKey: string;
  readonly officerId: string;
  readonly capacity: Capacity;
}

interface MandateOfCity extends MandateFacts {
  readonly periodId: string;
  readonly cityCode: string;
}

/** What `why` needs beside the rows: who signed their chains so far, and how their cities' mandates stand. */
export async function withFacts(manager: EntityManager, tasks: readonly TaskRow[]): Promise<LockedTask[]> {
  if (tasks.length === 0) return [];
  const signed = await rowsOf<Signed>(
    manager,
    `select distinct chain_key as "chainKey", officer_id as "officerId", capacity from signature
      where chain_key = any($1)`,
    [[...new Set(tasks.map(({ chainKey }) => chainKey))]],
  );
  const mandates = await rowsOf<MandateOfCity>(
    manager,
    `select period_id as "periodId", territory_code as "cityCode", id, state, valid_from::text as "validFrom",
            valid_to::text as "validTo"
       from mandate where period_id = any($1::uuid[]) and territory_code = any($2)`,
    [[...new Set(tasks.map(({ periodId }) => periodId))], [...new Set(tasks.map(({ cityCode }) => cityCode))]],
  );
  const signedBy = Map.groupBy(signed, ({ chainKey }) => chainKey);
  return tasks.map((task) => ({
    ...task,
    signatures: (signedBy.get(task.chainKey) ?? []).map(({ officerId, capacity }) => ({ officerId, capacity })),
    mandate: mandateOf(mandates, task),
  }));
}

function mandateOf(mandates: readonly MandateOfCity[], { periodId, cityCode }: TaskRow): MandateFacts | null {
  const found = mandates.find((mandate) => mandate.periodId === periodId && mandate.cityCode === cityCode);
  if (found === undefined) return null;
  const { id, state, validFrom, validTo } = found;
  return { id, state, validFrom, validTo };
}
