import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { bootstrap, main } from './lib/bootstrap.mjs';
import { inProject } from './lib/project.mjs';

const directory = inProject('.compose');

/** `node scripts/compose-env.mjs`: the secrets docker-compose.yml reads. Never overwrites: they may be in use. */
await main(async () => {
  if (existsSync(directory)) return console.log('.compose is there already; delete it to make up new secrets.');
  await bootstrap();
  const { newSecrets } = await import('../dist/libs/embedded/src/index.js');
  mkdirSync(directory, { mode: 0o700 });
  writeFileSync(inProject('.compose', '.gitignore'), '*\n');
  for (const [name, variables] of Object.entries(files(newSecrets()))) {
    const lines = Object.entries(variables).map(([variable, value]) => `${variable}=${value}\n`);
    writeFileSync(inProject('.compose', name), lines.join(''), { mode: 0o600 });
  }
  console.log('Wrote .compose. Keep AMANAH_DATA_KEY safe: without it personal data cannot be read again.');
});

function files(secrets) {
  const temporalPassword = randomBytes(18).toString('base64url');
  const sftp = { BANK_SFTP_USER: 'amanah', BANK_SFTP_PASSWORD: secrets.bankPassword };
  // Readable in a container by its own user, and on this machine shielded by the directory.
  writeFileSync(inProject('.compose', 'bank-host-key'), secrets.bankHostKey, { mode: 0o644 });
  return {
    'postgres.env': { POSTGRES_PASSWORD: secrets.postgresPassword, TEMPORAL_PASSWORD: temporalPassword },
    'temporal.env': { POSTGRES_PWD: temporalPassword, SQL_PASSWORD: temporalPassword },
    'bank.env': { ...sftp, BANK_SFTP_HOST: '0.0.0.0', BANK_STATE_DIR: '/var/lib/amanah/bank' },
    'amanah.env': {
      ...sftp,
      DATABASE_URL: `postgresql://amanah:${secrets.postgresPassword}@postgres:5432/amanah`,
      TEMPORAL_ADDRESS: 'temporal:7233',
      AMANAH_DATA_KEY: secrets.dataKey,
      AMANAH_INDEX_KEY: secrets.indexKey,
      AMANAH_SANDBOX: '1',
      AMANAH_EXCHANGE_DIR: '/var/lib/amanah/exchange',
      BANK_SFTP_HOST: 'bank',
      BANK_HOST_FINGERPRINT: secrets.bankHostFingerprint,
    },
  };
}
