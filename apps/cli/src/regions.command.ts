import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { addShippedOutlines, importRegions, inSentences, openCityOffices, type RegionImportAnswer } from '#application';
import type { OfficeOfCity } from '#domain';
import { writeCsv } from '#files';
import { shippedOutlinesFile, shippedRegionsFile } from '#policies';
import { report } from './file-check.js';
import { addOutlinesCommand } from './outlines.command.js';
import { cityCodes } from './sandbox.js';
import { vacancies } from './vacancies.js';
import { withDatabase } from './with-database.js';

interface ImportFlags {
  readonly check?: true;
  readonly json?: true;
}

interface Report extends RegionImportAnswer {
  readonly file: string;
  /** Outlines that came along: with the nation that ships come those that ship. */
  readonly outlines: number;
}

async function runImport(file: string | undefined, { check, json }: ImportFlags): Promise<void> {
  const path = file ?? shippedRegionsFile();
  await report(
    async (): Promise<Report> => {
      const isTrial = check === true;
      return withDatabase(async (database) => {
        const done = await importRegions(database, path, { isTrial });
        const withOutlines = file === undefined && done.isApplied;
        const outlines = withOutlines ? await addShippedOutlines(database, shippedOutlinesFile()) : 0;
        return { file: basename(path), outlines, ...inSentences('en', done) };
      });
    },
    { asText, asJson: json === true, language: 'en', hasFindings: ({ issues }) => issues.length > 0 },
  );
}

function asText({ file, outlines, rows, mistakes, isApplied, issues, ...counts }: Report): string {
  const { added, changed, unchanged, missing } = counts;
  const outcome = isApplied ? 'loaded' : mistakes > 0 ? `nothing is loaded, ${mistakes} mistakes` : 'nothing is kept';
  const lines = issues.map(({ row, column, code, message }) => {
    const place = row === null ? 'not in file' : `row ${row}`;
    return `  ${place.padEnd(12)} ${column.padEnd(5)} ${code.padEnd(22)} ${message}`;
  });
  const counted = `${added} added, ${changed} changed, ${unchanged} unchanged, ${missing} missing in the file`;
  const came = outlines > 0 ? [`${outlines} outlines added`] : [];
  return [`${file}: ${rows} rows, ${outcome}`, ...(mistakes > 0 ? [] : [counted]), ...came, ...lines, ''].join('\n');
}

interface OfficesFlags {
  readonly posts?: string;
  readonly json?: true;
}

interface OpenedOffices {
  readonly cityCode: string;
  readonly opened: number;
  readonly standing: number;
  /** Posts that nobody has had. */
  readonly vacant: number;
}

async function runOffices(cities: readonly string[], { posts, json }: OfficesFlags): Promise<void> {
  const open = async (): Promise<OpenedOffices[]> => {
    const offices = await withDatabase((database) =>
      database.transaction(async (manager) => {
        const opened: OfficeOfCity[][] = [];
        for (const city of cities) opened.push([...(await openCityOffices(manager, city))]);
        return opened;
      }),
    );
    if (posts !== undefined) await writeCsv(vacancies(offices.flat()), createWriteStream(posts, { flags: 'wx' }));
    return offices.map((all, index) => {
      const opened = all.filter(({ isNew }) => isNew).length;
      const vacant = all.flatMap((office) => office.vacant).length;
      return { cityCode: cities[index] ?? '', opened, standing: all.length - opened, vacant };
    });
  };
  const asLine = ({ cityCode, opened, standing, vacant }: OpenedOffices): string =>
    `${cityCode}: ${opened} offices opened, ${standing} stood already, ${vacant} posts that nobody has had\n`;
  const asLines = (all: readonly OpenedOffices[]): string => all.map(asLine).join('');
  await report(open, { asText: asLines, asJson: json === true, language: 'en', hasFindings: () => false });
}

/** Adds `regions import`, `regions outlines` and `regions offices` (exit codes: see `report`). */
export function addRegionsCommand(program: Command): void {
  const regions = program.command('regions').description('provinces, cities, kecamatan, kelurahan and desa');
  regions
    .command('import [file]')
    .description('load a list of regions, CSV or XLSX; without a file, the nation as it comes with the program')
    .option('--check', 'say what it would change, and keep nothing')
    .option('--json', 'print the result as JSON')
    .action(runImport);
  regions
    .command('offices')
    .description('open the offices and posts that cities need for a period; what stands is left as it is')
    .argument('<cities>', 'codes of cities, such as 32.75,32.76', cityCodes)
    .option(
      '--posts <file>',
      'write the posts that nobody has had as a list of officers to fill in; a file that is not there yet',
    )
    .option('--json', 'print the result as JSON')
    .action(runOffices);
  addOutlinesCommand(regions);
}
