import { hasPower, POWERS_OF_ROLE, type Role, ROLE_NAMES } from '#domain';
import { describeApi } from '../../../apps/api/src/create-app.js';
import { ROUTES } from '../support/routes.js';
import { runningApi, type RunningApi } from '../support/running-api.js';

const NOWHERE = '4b0d6a1e-2a54-4f6e-9a6e-0d7c3c1d2b11';

/** Volunteers and companions have no demo account: a city enters those it has. */
const USER_OF: Readonly<Record<Exclude<Role, 'psm' | 'pkh_companion'>, string>> = {
  programme_officer: 'program',
  ppk: 'ppk',
  kpa: 'kpa',
  treasurer: 'bendahara',
  province_observer: 'provinsi',
  dinsos_operator: 'dinsos.operator',
  dinsos_head: 'dinsos.kepala',
  mayor: 'walikota',
  camat: 'camat.bekasi-barat',
  tksk: 'tksk.bekasi-barat',
  lurah: 'lurah.kranji',
  kelurahan_operator: 'operator.kranji',
  bank_officer: 'bank',
  operator: 'operator',
  auditor: 'auditor',
};

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
}, 60_000);

afterAll(() => api.stop());

/** The status and code of one request with a body that no route accepts, so that nothing changes. */
async function ask(route: string, token?: string): Promise<{ status: number; code: string | undefined }> {
  const [method = 'GET', path = ''] = route.split(' ');
  const filled = path.replace('{cityCode}', '32.75').replace('{rowId}', '1').replaceAll(/{\w+}/g, NOWHERE);
  const abort = new AbortController();
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  const body = method === 'GET' ? {} : { body: JSON.stringify({ nothing: 'of this kind' }) };
  const response = await fetch(`${api.url}${filled}`, { method, headers, signal: abort.signal, ...body });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const code = isProblem ? ((await response.json()) as { code: string }).code : undefined;
  abort.abort();
  return { status: response.status, code };
}

const protectedRoutes = Object.entries(ROUTES).filter(([, power]) => power !== 'public');

test('the table names every route of the API, and no other', () => {
  const { paths } = describeApi(api.app);
  const served = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(served.sort()).toEqual(Object.keys(ROUTES).sort());
});

test.each(protectedRoutes)('%s lets nobody in without a session', async (route) => {
  expect(await ask(route)).toEqual({ status: 401, code: 'SESSION_REQUIRED' });
  expect(await ask(route, 'not-a-token')).toEqual({ status: 401, code: 'SESSION_REQUIRED' });
});

test.each(Object.keys(USER_OF) as (keyof typeof USER_OF)[])('%s gets exactly what its powers allow', async (role) => {
  for (const [route, power] of protectedRoutes.filter(([name]) => name !== 'POST /api/v1/auth/sign-out')) {
    const answer = await ask(route, await api.token(USER_OF[role]));
    if (hasPower([role], power)) {
      expect([route, answer.code === 'POWER_MISSING', answer.status === 401]).toEqual([route, false, false]);
      expect([route, answer.status < 500]).toEqual([route, true]);
    } else {
      expect([route, answer]).toEqual([route, { status: 403, code: 'POWER_MISSING' }]);
    }
  }
});

test('those without an account may nothing that a TKSK may not', () => {
  const others = ROLE_NAMES.filter((role) => !(role in USER_OF));
  for (const role of others) expect(POWERS_OF_ROLE.tksk).toEqual(expect.arrayContaining([...POWERS_OF_ROLE[role]]));
});
