import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { bootstrap, main } from './lib/bootstrap.mjs';
import { composeFiles } from './lib/compose-files.mjs';
import { inProject } from './lib/project.mjs';

const directory = inProject('.compose');

const sandbox = process.argv.includes('--sandbox');

/**
 * `node scripts/compose-env.mjs [--sandbox]`: the secrets docker-compose.yml reads. Never overwrites: they may be in use.
 * Without `--sandbox` the first account is entered by `amanah officers first`; with it there are demo accounts, and the
 * system serves this machine alone.
 */
await main(async () => {
  if (existsSync(directory)) return console.log('.compose is there already; delete it to make up new secrets.');
  await bootstrap();
  const { newSecrets } = await import('../dist/libs/embedded/src/index.js');
  mkdirSync(directory, { mode: 0o700 });
  writeFileSync(inProject('.compose', '.gitignore'), '*\n');
  const secrets = newSecrets();
  // Readable in a container by its own user, and on this machine shielded by the directory.
  writeFileSync(inProject('.compose', 'bank-host-key'), secrets.bankHostKey, { mode: 0o644 });
  const metricsToken = randomBytes(24).toString('base64url');
  writeFileSync(inProject('.compose', 'metrics-token'), metricsToken, { mode: 0o644 });
  for (const [name, variables] of Object.entries(composeFiles(secrets, { sandbox, metricsToken }))) {
    const lines = Object.entries(variables).map(([variable, value]) => `${variable}=${value}\n`);
    writeFileSync(inProject('.compose', name), lines.join(''), { mode: 0o600 });
  }
  console.log('Wrote .compose. Keep AMANAH_DATA_KEY safe: without it personal data cannot be read again.');
});
