import type { EntityManager } from 'typeorm';
import {
  DomainError,
  type MandateOffer,
  type OfficeFacts,
  type ParentFacts,
  refusalsOfOffer,
  stateOfChain,
} from '#domain';
import { ProgrammeClockRepository } from '../calendar/programme-clock.repository.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { writeEvents } from './mandate-events.js';
import { chainOf, lockTree, type TreeRow } from './mandate-tree.js';

export interface OfficeRow extends OfficeFacts {
  readonly name: string;
}

export interface NewSlice extends Omit<MandateOffer, 'grantee'> {
  readonly granteeOfficeId: string;
}

/** Slices of mandates: given by who holds one, within it, to an office below. */
export class MandateSliceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Offices to which a slice of this mandate could go: those in its territory, without its own holder. */
  async officesBelow(mandateId: string): Promise<OfficeRow[]> {
    return rowsOf<OfficeRow>(
      this.manager,
      `select o.id, o.name, o.level, o.territory_code as "territoryCode"
         from mandate m join office o on o.territory_code = m.territory_code
              or starts_with(o.territory_code, m.territory_code || '.')
        where m.id = $1 and o.id not in (m.grantee_office_id, m.grantor_office_id)
        order by length(o.territory_code), o.name limit 300`,
      [mandateId],
    );
  }

  /**
   * Offers a slice and binds its ceiling of the parent's, under the tree's lock. Returns its id. Refuses with every reason
   * at once, each with its field: see refusalsOfOffer; MANDATE_EXISTS when the office holds a live one of the same place.
   */
  async offer(parentId: string, slice: NewSlice, officerId: string): Promise<string> {
    await lockTree(this.manager, parentId);
    const chain = await chainOf(this.manager, parentId);
    const parent = chain.at(-1);
    if (parent === undefined) throw new DomainError('MANDATE_UNKNOWN', 'no such mandate');
    const grantee = await this.office(slice.granteeOfficeId);
    const today = await new ProgrammeClockRepository(this.manager).today();
    const refusals = refusalsOfOffer(parentFactsOf(parent, chain), { ...slice, grantee }, today);
    if (refusals[0] !== undefined) {
      throw new DomainError(refusals[0].code, 'this slice cannot be given', { refusals });
    }
    await this.demandNoOther(parentId, slice);
    return this.insert(parent, slice, officerId);
  }

  private async office(officeId: string): Promise<OfficeFacts> {
    const office = await rowOf<OfficeFacts>(
      this.manager,
      `select id, level, territory_code as "territoryCode" from office where id = $1`,
      [officeId],
    );
    if (office === undefined) {
      const refusals = [{ code: 'OFFICE_UNKNOWN', field: 'granteeOfficeId', details: {} }];
      throw new DomainError('OFFICE_UNKNOWN', 'no such office', { refusals });
    }
    return office;
  }

  private async demandNoOther(parentId: string, { granteeOfficeId, territoryCode }: NewSlice): Promise<void> {
    const other = await rowOf(
      this.manager,
      `select 1 from mandate where parent_id = $1 and grantee_office_id = $2 and territory_code = $3
          and state in ('granted', 'accepted', 'suspended')`,
      [parentId, granteeOfficeId, territoryCode],
    );
    if (other === undefined) return;
    const refusals = [{ code: 'MANDATE_EXISTS', field: 'granteeOfficeId', details: {} }];
    throw new DomainError('MANDATE_EXISTS', 'the office holds a live slice of this place', { refusals });
  }

  private async insert(parent: TreeRow, slice: NewSlice, officerId: string): Promise<string> {
    const made = await rowOf<{ id: string }>(
      this.manager,
      `insert into mandate (kind, period_id, grantor_office_id, grantee_office_id, territory_code, powers, ceiling_families,
                            ceiling_rupiah, valid_from, valid_to, state, parent_id, depth, letter_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'granted', $11, $12, $13) returning id`,
      [
        slice.kind,
        parent.periodId,
        parent.grantee.id,
        slice.granteeOfficeId,
        slice.territoryCode,
        slice.powers,
        slice.ceiling.families,
        slice.ceiling.amountRupiah.toString(),
        slice.validFrom,
        slice.validTo,
        parent.id,
        parent.depth + 1,
        slice.letterNumber ?? null,
      ],
    );
    if (made === undefined) throw new Error('an inserted mandate has a row');
    await writeEvents(this.manager, [{ mandateId: made.id, event: 'granted', officerId, ...slice.ceiling }]);
    return made.id;
  }
}

function parentFactsOf(parent: TreeRow, chain: readonly TreeRow[]): ParentFacts {
  const isSubDelegation = ({ kind }: TreeRow, index: number): boolean =>
    kind === 'delegation' && chain[index - 1]?.kind === 'delegation';
  return {
    ...parent,
    state: stateOfChain(chain.map(({ state }) => state)),
    subDelegations: chain.filter(isSubDelegation).length,
    officeIds: chain.flatMap(({ grantor, grantee }) => [grantor.id, grantee.id]),
  };
}
