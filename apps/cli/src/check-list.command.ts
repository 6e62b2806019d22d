import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { kindsOfLists, loadCheckList } from '#application';
import { loadConfig } from '#config';
import { sha256OfFile } from '#files';
import { CheckListRepository, PersonVault } from '#persistence';
import { report } from './file-check.js';
import { withDatabase } from './with-database.js';

interface LoadFlags {
  readonly kind: string;
  readonly source: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly territory: string;
  readonly json?: true;
}

interface Loaded {
  readonly id: string;
  readonly isNew: boolean;
  readonly entries: number;
  readonly skipped: number;
  readonly skippedRows: readonly number[];
}

async function runLoad(path: string, flags: LoadFlags): Promise<void> {
  const load = async (): Promise<Loaded> => {
    const file = {
      path,
      name: basename(path),
      sizeBytes: (await stat(path)).size,
      sha256: await sha256OfFile(path),
    };
    const { kind, source, date, from, to, territory } = flags;
    const terms = { kind, source, listedOn: date, validFrom: from, validTo: to, territoryCode: territory };
    return withDatabase(async (database) => {
      const vault = new PersonVault(loadConfig());
      const loaded = await loadCheckList(database, vault, terms, file, { officerId: null });
      const { entries, skipped } = await new CheckListRepository(database.manager).find(loaded.id, [territory]);
      return { ...loaded, entries, skipped };
    });
  };
  const asText = ({ id, isNew, entries, skipped, skippedRows }: Loaded): string =>
    `${id}: ${isNew ? 'loaded' : 'is there already'}, ${entries} persons, ${skipped} lines without a NIK` +
    `${skippedRows.length === 0 ? '' : ` (rows ${skippedRows.join(', ')})`}\n`;
  await report(load, {
    ...{ asText, asJson: flags.json === true, language: 'en' },
    hasFindings: ({ skipped }) => skipped > 0,
  });
}

async function runKinds(): Promise<void> {
  for (const { kind, name } of await withDatabase(kindsOfLists)) console.log(`${kind.padEnd(24)} ${name}`);
}

/** Adds `check-list load` (exit codes: see `report`) and `check-list kinds`. */
export function addCheckListCommand(program: Command): void {
  const lists = program.command('check-list').description('lists that families are compared with');
  lists.command('kinds').description('the kinds that the policy knows').action(runKinds);
  lists
    .command('load <file>')
    .description('load a list, CSV or XLSX with a column NIK; NAMA and KETERANGAN may be there, too')
    .requiredOption('--kind <kind>', 'its kind, as `check-list kinds` names it')
    .requiredOption('--source <text>', 'which office gave it, by which letter')
    .requiredOption('--date <day>', 'the day as of which it is true, such as 2023-03-01')
    .requiredOption('--from <day>', 'the first day on which families are compared with it')
    .requiredOption('--to <day>', 'the last day')
    .option('--territory <code>', 'where it holds', 'ID')
    .option('--json', 'print the result as JSON')
    .action(runLoad);
}
