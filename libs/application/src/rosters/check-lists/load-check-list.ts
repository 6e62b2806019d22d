import type { DataSource } from 'typeorm';
import { bareDigits, type CheckListKind, checkListKinds, type CheckListTerms, demandTerms, DomainError } from '#domain';
import { readCheckListRows } from '#files';
import {
  AuditRepository,
  CheckListRepository,
  inTransaction,
  type PersonVault,
  ProgrammeClockRepository,
  PolicyRepository,
  type StagedEntry,
} from '#persistence';
import type { UploadedFile } from '../../shared/uploaded-file.js';

/** So many lines that are no NIK are named; the rest is counted. */
const MOST_NAMED = 50;

export interface CheckListToLoad extends CheckListTerms {
  readonly territoryCode: string;
}

export interface LoadedCheckList {
  readonly id: string;
  /** False where the same file was there already. */
  readonly isNew: boolean;
  /** Lines whose NIK is none, by number; 50 at most. */
  readonly skippedRows: readonly number[];
}

/** Who loads it: an officer, or nobody from the console. */
export interface LoadedBy {
  readonly officerId: string | null;
  readonly requestId?: string;
}

/** The kinds that the rules of any programme know today. */
export async function kindsOfLists(database: Pick<DataSource, 'manager'>): Promise<readonly CheckListKind[]> {
  return checkListKinds(await new PolicyRepository(database.manager).ofOffices());
}

/**
 * Loads a list whole or not at all; the same file of the same kind and place is the same list. Values are kept as keyed hashes and sealed. Lines
 * whose NIK is none are counted: nobody could be compared with them. Throws CHECK_LIST_KIND, CHECK_LIST_DAYS, CHECK_LIST_COLUMNS,
 * CHECK_LIST_EMPTY where no line has a NIK, FILE_*.
 */
export async function loadCheckList(
  database: DataSource,
  vault: PersonVault,
  list: CheckListToLoad,
  file: UploadedFile,
  by: LoadedBy,
): Promise<LoadedCheckList> {
  demandTerms(list, await kindsOfLists(database), await new ProgrammeClockRepository(database.manager).today());
  const skippedRows: number[] = [];
  return inTransaction(database, async (manager) => {
    const lists = new CheckListRepository(manager);
    const { territoryCode, kind, source, listedOn, validFrom, validTo } = list;
    const about = { territoryCode, kind, source, listedOn, validFrom, validTo };
    const made = { ...about, fileName: file.name, sha256: file.sha256, loadedBy: by.officerId };
    const known = await lists.same(made);
    if (known !== undefined) return { id: known, isNew: false, skippedRows };
    let skipped = 0;
    const onSkip = (rowNumber: number): void => {
      skipped += 1;
      if (skippedRows.length < MOST_NAMED) skippedRows.push(rowNumber);
    };
    const id = await lists.load(made, entriesOf(vault, file.path, onSkip), () => skipped);
    const { entries } = await lists.find(id, [territoryCode]);
    if (entries === 0) throw new DomainError('CHECK_LIST_EMPTY', 'no line has a NIK', { rows: skipped });
    await new AuditRepository(manager).note({
      ...(by.officerId === null ? {} : { officerId: by.officerId }),
      ...{ action: 'check-list.loaded', subjectType: 'check-list', subjectId: id },
      ...(by.requestId === undefined ? {} : { requestId: by.requestId }),
      ...{ territoryCode, details: { kind, sha256: file.sha256, entries, skipped } },
    });
    return { id, isNew: true, skippedRows };
  });
}

async function* entriesOf(
  vault: PersonVault,
  path: string,
  onSkip: (rowNumber: number) => void,
): AsyncGenerator<StagedEntry> {
  for await (const { rowNumber, cells } of readCheckListRows(path)) {
    const nik = bareDigits(cells.NIK ?? '');
    if (!/^\d{16}$/.test(nik)) {
      onSkip(rowNumber);
      continue;
    }
    const record = { kk: '', fullName: (cells.NAMA ?? '').trim(), remark: (cells.KETERANGAN ?? '').trim() };
    const sealed = vault.sealBytes(Buffer.from(JSON.stringify(record)));
    yield { rowNumber, nikHash: vault.indexOf(nik), sealed };
  }
}
