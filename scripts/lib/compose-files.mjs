import { randomBytes } from 'node:crypto';

/** The environment files of docker-compose.yml by name. A programme's by default; a sandbox only when that is meant. */
export function composeFiles(secrets, { sandbox, metricsToken }) {
  const temporalPassword = randomBytes(18).toString('base64url');
  const grafanaPassword = randomBytes(12).toString('base64url');
  const sftp = { BANK_SFTP_USER: 'amanah', BANK_SFTP_PASSWORD: secrets.bankPassword };
  return {
    'postgres.env': { POSTGRES_PASSWORD: secrets.postgresPassword, TEMPORAL_PASSWORD: temporalPassword },
    'temporal.env': { POSTGRES_PWD: temporalPassword, SQL_PASSWORD: temporalPassword },
    'bank.env': { ...sftp, BANK_SFTP_HOST: '0.0.0.0', BANK_STATE_DIR: '/var/lib/amanah/bank' },
    // Read by `migrate` alone: who serves and works never learns how the owner signs in.
    'owner.env': { DATABASE_OWNER_URL: `postgresql://amanah:${secrets.postgresPassword}@postgres:5432/amanah` },
    // Read by the worker alone, which seals the audit trail.
    'audit.env': { AMANAH_AUDIT_KEY: secrets.auditKey },
    // Of `--profile metrics`: who looks at figures signs in as `admin`.
    'grafana.env': { GF_SECURITY_ADMIN_PASSWORD: grafanaPassword },
    'amanah.env': {
      ...sftp,
      AMANAH_METRICS_TOKEN: metricsToken,
      DATABASE_URL: `postgresql://amanah_app:${secrets.applicationPassword}@postgres:5432/amanah`,
      TEMPORAL_ADDRESS: 'temporal:7233',
      AMANAH_DATA_KEY: secrets.dataKey,
      AMANAH_INDEX_KEY: secrets.indexKey,
      AMANAH_SANDBOX: sandbox ? '1' : '0',
      AMANAH_EXCHANGE_DIR: '/var/lib/amanah/exchange',
      BANK_SFTP_HOST: 'bank',
      BANK_HOST_FINGERPRINT: secrets.bankHostFingerprint,
    },
  };
}
