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
