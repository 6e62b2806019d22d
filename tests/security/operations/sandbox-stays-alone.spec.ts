import { loadConfig } from '#config';
import { serve } from '../../../apps/api/src/serve.js';
import { prepare } from '../../../apps/cli/src/prepare/prepare.js';
import { runningApi, type RunningApi } from '../../api/support/running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
}, 60_000);
afterAll(() => api.stop());

const offeredAt = async (url: string): Promise<unknown[]> =>
  (await (await fetch(`${url}/api/v1/auth/demo-accounts`)).json()) as unknown[];

/** Whom the same database, served as a programme's, offers to sign in as. */
async function offeredByProgramme(): Promise<unknown[]> {
  process.env['AMANAH_SANDBOX'] = '0';
  try {
    const app = await serve({ ...loadConfig(), port: 0 });
    const offered = await offeredAt(await app.getUrl());
    await app.close();
    return offered;
  } finally {
    process.env['AMANAH_SANDBOX'] = '1';
  }
}

test('a sandbox that others could reach, or that could pay through a real bank, does not start', () => {
  const sandbox = { ...process.env, AMANAH_SANDBOX: '1' };
  expect(() => loadConfig({ ...sandbox, AMANAH_HOST: '0.0.0.0' })).toThrow('published password');
  expect(() => loadConfig({ ...sandbox, BANK_SFTP_HOST: 'sftp.bank.example' })).toThrow('bundled bank');
  expect(() => loadConfig(sandbox)).not.toThrow();
  expect(loadConfig({ ...process.env, AMANAH_SANDBOX: undefined }).sandbox).toBe(false);
});

test('a database with demo accounts or a moved calendar never serves a programme', async () => {
  expect((await offeredAt(api.url)).length).toBeGreaterThan(100);
  await expect(offeredByProgramme()).rejects.toThrow(/demo accounts.*\n.*calendar/);
  await expect(prepare({ databaseUrl: loadConfig().databaseUrl, sandbox: false })).rejects.toThrow('demo accounts');
  await api.database.query('update officer set is_demo = false');
  await expect(offeredByProgramme()).rejects.toThrow(/^AMANAH_SANDBOX is 0, but the calendar/);
  await api.database.query('update programme_clock set offset_ms = 0');
  expect(await offeredByProgramme()).toEqual([]);
});
