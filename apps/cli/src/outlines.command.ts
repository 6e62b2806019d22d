import { basename } from 'node:path';
import type { Command } from 'commander';
import { importOutlines, type OutlineImport } from '#application';
import { translate } from '#messages';
import { shippedOutlinesFile } from '#policies';
import { report } from './file-check.js';
import { withDatabase } from './with-database.js';

interface Flags {
  readonly check?: true;
  readonly json?: true;
}

interface Report extends OutlineImport {
  readonly file: string;
}

async function runOutlines(file: string | undefined, { check, json }: Flags): Promise<void> {
  const path = file ?? shippedOutlinesFile();
  const load = async (): Promise<Report> => {
    const { issues, ...counts } = await withDatabase((database) =>
      importOutlines(database, path, { isTrial: check === true }),
    );
    const said = issues.map((issue) => ({ ...issue, message: translate('en', `errors:${issue.code}`, issue.details) }));
    return { file: basename(path), ...counts, issues: said };
  };
  const hasFindings = ({ issues }: Report): boolean => issues.length > 0;
  await report(load, { asText, asJson: json === true, language: 'en', hasFindings });
}

function asText({ file, features, mistakes, isApplied, issues, ...counts }: Report): string {
  const { added, changed, unchanged, joined } = counts;
  const outcome = isApplied ? 'loaded' : mistakes > 0 ? `nothing is loaded, ${mistakes} mistakes` : 'nothing is kept';
  const counted = `${added} added, ${changed} changed, ${unchanged} unchanged, ${joined} joined from their parts`;
  const lines = issues.map(({ feature, code, details }) => {
    const place = feature === null ? 'joined' : `feature ${feature}`;
    return `  ${place.padEnd(13)} ${code.padEnd(22)} ${translate('en', `errors:${code}`, { ...details })}`;
  });
  return [`${file}: ${features} features, ${outcome}`, ...(mistakes > 0 ? [] : [counted]), ...lines, ''].join('\n');
}

/** Adds `regions outlines` (exit codes: see `report`). */
export function addOutlinesCommand(regions: Command): void {
  regions
    .command('outlines [file]')
    .description(
      'load where territories lie, for maps: GeoJSON with a code each; without a file, what comes with the program',
    )
    .option('--check', 'say what it would change, and keep nothing')
    .option('--json', 'print the result as JSON')
    .action(runOutlines);
}
