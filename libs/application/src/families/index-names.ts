import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, nameKeys } from '#domain';
import { FamilyNameRepository, PersonVault, type UnreadName } from '#persistence';

const AT_ONCE = 2_000;

/**
 * Puts the names of families into the index by which they are searched. A name is opened in memory and leaves as buckets. What is
 * in the index already is not written again, so a repeat changes nothing.
 */
@Injectable()
export class IndexFamilyNames {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** The families of a list that was sent. */
  async ofList(rosterId: string): Promise<void> {
    let after = '0';
    for (;;) {
      const rows = await this.names.ofList(rosterId, after, AT_ONCE);
      const last = rows.at(-1);
      if (last === undefined) return;
      await this.keep(rows);
      after = last.rowId;
    }
  }

  /** Families that came before there was an index. Says how many. */
  async catchUp(): Promise<number> {
    let families = 0;
    for (;;) {
      const rows = await this.names.unread(AT_ONCE);
      if (rows.length === 0) return families;
      await this.keep(rows);
      families += rows.length;
    }
  }

  private get names(): FamilyNameRepository {
    return new FamilyNameRepository(this.database.manager);
  }

  private async keep(rows: readonly UnreadName[]): Promise<void> {
    await this.names.keep(rows.map((row) => ({ familyId: row.familyId, keys: this.bucketsOf(row) })));
  }

  /** A record that doesn't open is in the index without a name, and is told when somebody opens it. */
  private bucketsOf({ sealed, cityCode }: UnreadName): number[] {
    try {
      return this.vault.nameBuckets(cityCode, nameKeys(this.vault.open(sealed).fullName));
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }
}
