import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Command } from 'commander';
import { exportAudit } from '#application';
import { loadConfig } from '#config';
import { DomainError } from '#domain';
import { translate } from '#messages';
import {
  type AuditFinding,
  proveEntry,
  publicKeyOf,
  readAnchors,
  sealingKey,
  type VerifiedTrail,
  verifyAuditFile,
} from '#files';
import { report } from './file-check.js';
import { withDatabase } from './with-database.js';

interface VerifyFlags {
  readonly anchors?: string;
  readonly key?: string;
  readonly json?: true;
}

/** The public half of the installation's key, which auditors are handed once and keep; null where it has none. */
function publicKey(): string | null {
  const { key } = loadConfig().audit;
  return key === undefined ? null : publicKeyOf(sealingKey(key));
}

async function runExport({ out }: { readonly out?: string }): Promise<void> {
  const key = publicKey();
  const to = out === undefined ? process.stdout : createWriteStream(out, { flags: 'wx', mode: 0o600 });
  await withDatabase(async (database) => {
    let waiting = '';
    for await (const line of exportAudit(database, key)) {
      waiting += `${line}\n`;
      if (waiting.length < 1 << 18) continue;
      if (!to.write(waiting)) await once(to, 'drain');
      waiting = '';
    }
    to.write(waiting);
  });
  if (to === process.stdout) return;
  to.end();
  await once(to, 'close');
}

const runVerify = (file: string, { anchors, key, json }: VerifyFlags): Promise<void> =>
  report(
    async () =>
      verifyAuditFile(file, {
        ...(key === undefined ? {} : { publicKey: key }),
        ...(anchors === undefined ? {} : { anchors: await readAnchors(anchors) }),
      }),
    { asText, asJson: json === true, hasFindings: ({ findings }) => findings.length > 0, language: 'en' },
  );

/** A row on its own is checked against its seal, a trail as a whole. */
async function runProve(file: string, entryId: string): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await proveEntry(file, entryId))}\n`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exitCode = 2;
  }
}

const asLine = ({ code, ...place }: AuditFinding): string =>
  `  ${code.padEnd(16)} ${translate('en', `errors:${code}`, place)}`;

function asText({ entries, seals, unsealed, publicKey: key, findings }: VerifiedTrail): string {
  const lines = [
    `${entries} entries under ${seals} seals, ${unsealed} not sealed yet`,
    key === null ? 'nothing is signed' : `signed with ${key}: compare it with the key that you were handed`,
    findings.length === 0 ? 'everything is as it was sealed' : `not as it was sealed, the first place first:`,
    ...findings.map(asLine),
  ];
  return `${lines.join('\n')}\n`;
}

/** Adds `audit export`, `audit key` and `audit verify` (offline; exit codes: see `report`). */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('the sealed audit trail');
  audit
    .command('export')
    .description('write the whole trail with its seals as NDJSON')
    .option('--out <file>', 'a file that is not there yet; standard output without it')
    .action(runExport);
  audit
    .command('key')
    .description('print the public key that seals are signed with, for auditors to keep')
    .action(() => {
      console.log(publicKey() ?? 'AMANAH_AUDIT_KEY is not set: seals are chained, but not signed.');
    });
  audit
    .command('prove <file> <row>')
    .description(
      'take one row of an exported trail out, with the proof that its seal holds it; `verify` checks it alone',
    )
    .action(runProve);
  audit
    .command('verify <file>')
    .description(
      'check an exported trail offline: exit 0 as it was sealed, 1 not (the first broken row is named), 2 no trail',
    )
    .option('--anchors <file>', 'seals that were written down outside the database (amanah-anchors.ndjson)')
    .option('--key <base64>', 'the public key that you were handed (`amanah audit key`)')
    .option('--json', 'print the result as JSON')
    .action(runVerify);
}
