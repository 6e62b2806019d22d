import type { EntityManager } from 'typeorm';
import {
  type FamilyChangeContent,
  type FamilyChangeField,
  putRight,
  type RosterFinding,
  type RosterPerson,
} from '#domain';
import { FamilyChangeRepository, type PersonVault } from '#persistence';

interface Confirmed {
  readonly field: FamilyChangeField;
  readonly content: FamilyChangeContent;
}

const COLUMN = { name: 'NAMA LENGKAP', address: 'ALAMAT' } as const;

/**
 * What two people have confirmed of a city's families, by the NIK a list names them by. A list that is loaded now feels it; lists of before
 * do not. Few families have any, so they are opened once, before the rows are read.
 */
export class ConfirmedChanges {
  private constructor(private readonly byNik: ReadonlyMap<string, readonly Confirmed[]>) {}

  static async of(manager: EntityManager, vault: PersonVault, cityCode: string): Promise<ConfirmedChanges> {
    const byNik = new Map<string, Confirmed[]>();
    for (const { nikHash, field, sealed } of await new FamilyChangeRepository(manager).acting(cityCode)) {
      const content = JSON.parse(vault.openBytes(sealed).toString('utf8')) as FamilyChangeContent;
      byNik.set(nikHash.toString('hex'), [...(byNik.get(nikHash.toString('hex')) ?? []), { field, content }]);
    }
    return new ConfirmedChanges(byNik);
  }

  /** The person as they go onto the list, and a finding for each column that was put right. */
  apply(
    person: RosterPerson,
    nikHash: Buffer | null,
  ): { readonly person: RosterPerson; readonly findings: readonly RosterFinding[] } {
    const findings: RosterFinding[] = [];
    let right = person;
    for (const { field, content } of nikHash === null ? [] : (this.byNik.get(nikHash.toString('hex')) ?? [])) {
      const changed = putRight(right, field, content);
      if (changed === undefined || (field !== 'name' && field !== 'address')) continue;
      right = changed;
      findings.push({ code: 'RECORD_APPLIED', column: COLUMN[field], params: {} });
    }
    return { person: right, findings };
  }
}
