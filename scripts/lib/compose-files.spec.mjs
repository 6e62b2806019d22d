import { composeFiles } from './compose-files.mjs';

describe('what compose is told', () => {
  it('is a programme unless a sandbox is asked for', () => {
    expect(composeFiles({}, { sandbox: false })['amanah.env'].AMANAH_SANDBOX).toBe('0');
    expect(composeFiles({}, { sandbox: true })['amanah.env'].AMANAH_SANDBOX).toBe('1');
  });

  it('tells who serves and works only how the application signs in', () => {
    const secrets = { postgresPassword: 'of-the-owner', applicationPassword: 'its-own' };
    const { 'amanah.env': application, 'owner.env': owner } = composeFiles(secrets, { sandbox: false });
    expect(application.DATABASE_URL).toContain('amanah_app:its-own@');
    expect(JSON.stringify(application)).not.toContain('of-the-owner');
    expect(owner).toEqual({ DATABASE_OWNER_URL: 'postgresql://amanah:of-the-owner@postgres:5432/amanah' });
  });

  it('asks for figures with the token that the application knows, and lets nobody look at them without a password', () => {
    const made = () => composeFiles({}, { sandbox: false, metricsToken: 'of-the-figures' });
    expect(made()['amanah.env'].AMANAH_METRICS_TOKEN).toBe('of-the-figures');
    const [one, other] = [made(), made()].map((files) => files['grafana.env'].GF_SECURITY_ADMIN_PASSWORD);
    expect(one).toMatch(/^[\w-]{16}$/);
    expect(one).not.toBe(other);
  });

  it('keeps the keys of the payer from the bank', () => {
    const { 'bank.env': bank } = composeFiles({ dataKey: 'd', indexKey: 'i' }, { sandbox: false });
    expect(Object.keys(bank).sort()).toEqual([
      'BANK_SFTP_HOST',
      'BANK_SFTP_PASSWORD',
      'BANK_SFTP_USER',
      'BANK_STATE_DIR',
    ]);
  });
});
