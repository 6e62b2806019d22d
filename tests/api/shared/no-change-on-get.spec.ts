import { hasPower, type Role } from '#domain';
import { ROUTES } from '../support/routes.js';
import { runningApi, type RunningApi } from '../support/running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
}, 60_000);
afterAll(() => api.stop());

const PEOPLE: readonly { readonly username: string; readonly role: Role }[] = [
  { username: 'program', role: 'programme_officer' },
  { username: 'lurah.kranji', role: 'lurah' },
  { username: 'operator', role: 'operator' },
];
const NOWHERE = '4b0d6a1e-2a54-4f6e-9a6e-0d7c3c1d2b11';

test('reading every route as somebody who may act writes no row', async () => {
  const snapshot = async (): Promise<string> => {
    const tables: { relname: string }[] = await api.database.query(
      `select relname from pg_stat_user_tables where relname not in ('session', 'attempt') order by relname`,
    );
    const counts = tables.map(
      ({ relname }) => `select '${relname}' as t, count(*), max(xmin::text::bigint) from "${relname}"`,
    );
    return JSON.stringify(await api.database.query(counts.join(' union all ')));
  };
  const readers = Object.keys(ROUTES).filter((route) => route.startsWith('GET ') && !route.endsWith('/events'));
  for (const { username } of PEOPLE) await api.token(username);
  const before = await snapshot();
  for (const route of readers) {
    const path = route.slice(4).replace('{cityCode}', '32.75').replaceAll(/{\w+}/g, NOWHERE);
    // A refusal leaves its trace on purpose.
    for (const { username } of PEOPLE.filter(({ role }) => hasPower([role], ROUTES[route] ?? 'public'))) {
      await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${await api.token(username)}` } });
    }
  }
  expect(await snapshot()).toBe(before);
});
