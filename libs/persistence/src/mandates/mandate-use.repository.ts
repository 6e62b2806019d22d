import type { EntityManager } from 'typeorm';
import { DomainError, drawOf, type DrawnPart, formatRupiah, isLive, overdrawnBy } from '#domain';
import { ProgrammeClockRepository } from '../calendar/programme-clock.repository.js';
import { rowOf } from '../shared/unit-of-work.js';
import { writeEvents } from './mandate-events.js';
import { treeBelow, type TreeRow } from './mandate-tree.js';

export interface MandateUse {
  readonly periodId: string;
  readonly cityCode: string;
  /** What is used, such as `decree:<id>`: the same key counts once, whatever it comes with. */
  readonly key: string;
  /** Asked for only where the city's mandate has live slices; the places must lie in the city. */
  readonly parts: () => Promise<readonly DrawnPart[]>;
  readonly whole: Omit<DrawnPart, 'territoryCode'>;
  readonly taskId?: string | undefined;
  readonly officerId?: string | undefined;
}

/** Uses of a city's mandate. */
export class MandateUseRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Draws what a decision uses on the city's mandate and on the slices that cover its places, all or nothing, under the
   * tree's lock. A repeat of the key changes nothing. Throws MANDATE_MISSING, MANDATE_NOT_LIVE, MANDATE_EXPIRED, or
   * MANDATE_CEILING with what is left.
   */
  async draw(use: MandateUse): Promise<void> {
    const rootId = await this.lockRoot(use);
    if (await this.isRepeat(rootId, use.key)) return;
    const tree = await treeBelow(this.manager, rootId);
    const hasSlices = tree.some(({ parentId, state }) => parentId !== null && isLive(state));
    const parts = hasSlices ? await use.parts() : [{ ...use.whole, territoryCode: use.cityCode }];
    const draw = drawOf(tree, parts);
    const drawn = tree.filter(({ id }) => draw.has(id));
    await this.demandInForce(drawn);
    const over = overdrawnBy(tree, draw);
    if (over !== undefined) throw this.ceilingReached(tree, over.id);
    await writeEvents(
      this.manager,
      drawn.flatMap(({ id }) => {
        const measure = draw.get(id);
        const { key, taskId, officerId } = use;
        return measure === undefined ? [] : [{ ...measure, mandateId: id, event: 'used', key, taskId, officerId }];
      }),
    );
  }

  /** Undoes the draws of a key whose act can't be done any more. A repeat changes nothing. */
  async giveBack(key: string, reason: string): Promise<void> {
    await this.manager.query(
      `insert into mandate_event (mandate_id, event, families, amount_rupiah, key, task_id, reason, occurred_at)
       select mandate_id, 'given_back', families, amount_rupiah, key, task_id, $2, programme_now()
         from mandate_event where event = 'used' and key = $1
       on conflict (mandate_id, event, key) do nothing`,
      [key, reason],
    );
  }

  private async lockRoot({ periodId, cityCode }: MandateUse): Promise<string> {
    const root = await rowOf<{ id: string }>(
      this.manager,
      `select id from mandate where period_id = $1 and territory_code = $2 and parent_id is null
        order by id limit 1 for update`,
      [periodId, cityCode],
    );
    if (root === undefined) throw new DomainError('MANDATE_MISSING', 'the city has no mandate in this period');
    return root.id;
  }

  private async isRepeat(rootId: string, key: string): Promise<boolean> {
    const before = await rowOf(
      this.manager,
      `select 1 from mandate_event where mandate_id = $1 and event = 'used' and key = $2`,
      [rootId, key],
    );
    return before !== undefined;
  }

  private async demandInForce(drawn: readonly TreeRow[]): Promise<void> {
    const today = await new ProgrammeClockRepository(this.manager).today();
    for (const { state, validFrom, validTo } of drawn) {
      if (state !== 'accepted') throw new DomainError('MANDATE_NOT_LIVE', 'the mandate is not in force', { state });
      if (today < validFrom || today > validTo) {
        throw new DomainError('MANDATE_EXPIRED', 'outside the days of the mandate', { validFrom, validTo });
      }
    }
  }

  private ceilingReached(tree: readonly TreeRow[], mandateId: string): DomainError {
    const row = tree.find(({ id }) => id === mandateId);
    return new DomainError('MANDATE_CEILING', 'more than is left of the mandate', {
      grantee: row?.grantee.name ?? '',
      families: row?.left.families ?? 0,
      rupiah: formatRupiah(row?.left.amountRupiah ?? 0n),
    });
  }
}
