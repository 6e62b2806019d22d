import { ROUTES } from '../support/routes.js';
import { runningApi, type RunningApi } from '../support/running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
}, 60_000);
afterAll(() => api.stop());

const NOWHERE = '4b0d6a1e-2a54-4f6e-9a6e-0d7c3c1d2b11';

test('reading every route as somebody who may act writes no row', async () => {
  const snapshot = async (): Promise<string> => {
    const tables: { relname: string }[] = await api.database.query(
      `select relname from pg_stat_user_tables where relname not in ('session', 'sign_in_attempt') order by relname`,
    );
    const counts = tables.map(
      ({ relname }) => `select '${relname}' as t, count(*), max(xmin::text::bigint) from "${relname}"`,
    );
    return JSON.stringify(await api.database.query(counts.join(' union all ')));
  };
  const readers = Object.keys(ROUTES).filter((route) => route.startsWith('GET ') && !route.endsWith('/events'));
  const tokens = await Promise.all(['program', 'lurah.kranji', 'operator'].map((username) => api.token(username)));
  const before = await snapshot();
  for (const route of readers) {
    const path = route.slice(4).replace('{cityCode}', '32.75').replaceAll(/{\w+}/g, NOWHERE);
    for (const token of tokens) {
      await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    }
  }
  expect(await snapshot()).toBe(before);
});
