import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../shared/unit-of-work.js';

export interface CardFileRow {
  id: string;
  bank: string;
  name: string;
  rows: number;
  cards: number;
  words: number;
  refused: number;
  findings: number;
  loader: string;
  loadedAt: Date;
}

export interface CardFindingRow {
  id: string;
  rowNumber: number;
  column: string;
  finding: string;
  cardId: string | null;
  ref: string | null;
}

/** Bank files of cards as their own bank sees them. */
export class CardFilesReadModel {
  constructor(private readonly manager: EntityManager) {}

  /** The newest first; of any bank for who oversees the nation. */
  async files(banks: readonly string[], isAll: boolean, limit: number): Promise<CardFileRow[]> {
    return rowsOf<CardFileRow>(
      this.manager,
      `select f.id, b.name as bank, f.name, f.rows, f.cards, f.words, f.refused, o.full_name as loader, f.loaded_at as "loadedAt",
              (select count(*)::int from card_finding x where x.file_id = f.id) as findings
         from card_file f join office b on b.id = f.bank_office_id join officer o on o.id = f.loaded_by
        where $2 or b.name = any($1) order by f.loaded_at desc, f.id limit $3`,
      [banks, isAll, limit],
    );
  }

  /** What was wrong with lines of a file, after the one seen last. */
  async findings(
    { banks, isAll }: { readonly banks: readonly string[]; readonly isAll: boolean },
    fileId: string,
    page: { readonly limit: number; readonly afterId?: string | undefined },
  ): Promise<CardFindingRow[]> {
    return rowsOf<CardFindingRow>(
      this.manager,
      `select x.id, x.row_number as "rowNumber", x.column_name as column, x.finding, x.card_id as "cardId", (select c.ref from card c where c.id = x.card_id) as ref
         from card_finding x join card_file f on f.id = x.file_id join office b on b.id = f.bank_office_id
        where f.id = $1 and ($2 or b.name = any($3)) and ($4::bigint is null or x.id > $4) order by x.id limit $5`,
      [fileId, isAll, banks, page.afterId ?? null, page.limit],
    );
  }
}
