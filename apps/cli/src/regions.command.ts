import { basename } from 'node:path';
import type { Command } from 'commander';
import { importRegions, type RegionImport, type RegionIssue } from '#application';
import { translate } from '#messages';
import { shippedRegionsFile } from '#policies';
import { report } from './file-check.js';
import { withDatabase } from './with-database.js';

interface ImportFlags {
  readonly check?: true;
  readonly json?: true;
}

interface Report extends Omit<RegionImport, 'issues'> {
  readonly file: string;
  readonly issues: readonly (RegionIssue & { readonly message: string })[];
}

async function runImport(file: string | undefined, { check, json }: ImportFlags): Promise<void> {
  const path = file ?? shippedRegionsFile();
  await report(
    async (): Promise<Report> => {
      const isTrial = check === true;
      const { issues, ...counts } = await withDatabase((database) => importRegions(database, path, { isTrial }));
      const sentences = issues.map((issue) => ({
        ...issue,
        message: translate('en', `errors:${issue.code}`, issue.details),
      }));
      return { file: basename(path), ...counts, issues: sentences };
    },
    { asText, asJson: json === true, language: 'en', hasFindings: ({ issues }) => issues.length > 0 },
  );
}

function asText({ file, rows, mistakes, isApplied, issues, ...counts }: Report): string {
  const { added, changed, unchanged, missing } = counts;
  const outcome = isApplied ? 'loaded' : mistakes > 0 ? `nothing is loaded, ${mistakes} mistakes` : 'nothing is kept';
  const lines = issues.map(({ row, column, code, message }) => {
    const place = row === null ? 'not in file' : `row ${row}`;
    return `  ${place.padEnd(12)} ${column.padEnd(5)} ${code.padEnd(22)} ${message}`;
  });
  const counted = `${added} added, ${changed} changed, ${unchanged} unchanged, ${missing} missing in the file`;
  return [`${file}: ${rows} rows, ${outcome}`, ...(mistakes > 0 ? [] : [counted]), ...lines, ''].join('\n');
}

/** Adds `regions import` (exit codes: see `report`). */
export function addRegionsCommand(program: Command): void {
  const regions = program.command('regions').description('provinces, cities, kecamatan, kelurahan and desa');
  regions
    .command('import [file]')
    .description('load a list of regions, CSV or XLSX; without a file, the nation as it comes with the program')
    .option('--check', 'say what it would change, and keep nothing')
    .option('--json', 'print the result as JSON')
    .action(runImport);
}
