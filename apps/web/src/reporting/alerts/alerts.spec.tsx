import { screen, within } from '@testing-library/react';
import type { Alert, AlertRule } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good, refusal } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { AlertsPage } from './alerts-page';

const ID = '00000000-0000-4000-8000-000000000001';
const ALERT: Alert = {
  ...{ id: ID, kind: 'not_transacted', level: 'kelurahan', limit: 10, role: 'lurah', periodId: ID },
  ...{ months: ['2023-03-01'], territoryCode: '32.75.02.1002', territoryName: 'Kranji', value: 12, of: 80 },
  ...{ openedOn: '2023-06-01', seenOn: '2023-06-02' },
};
const RULE: AlertRule = {
  ...{ id: ID, kind: 'not_transacted', territoryCode: '32.75', territoryName: 'Kota Bekasi', level: 'kelurahan' },
  ...{ limit: 10, daysLeft: 30, role: 'lurah', creator: 'Kepala Dinsos', createdAt: '2023-03-06T01:00:00.000Z' },
  mayEdit: true,
};

beforeAll(() => bringWords('reporting'));

const open = async (
  alerts: readonly Alert[],
  rules: readonly AlertRule[],
  powers: readonly string[],
  put?: Response,
) => {
  const appointments = [{ role: 'dinsos_head', territoryCode: '32.75' }];
  const api = anApi(({ path, method }) => {
    if (path.endsWith('/auth/me')) return good({ officerId: ID, fullName: 'Ani', powers, appointments });
    if (method !== 'GET') return put ?? good({ id: ID });
    return path.endsWith('/alert-rules') ? good(rules) : good({ rows: alerts, next: null });
  });
  return { api, user: await openPage(<AlertsPage />) };
};

test('an alert says where, what and how much over the limit, and opens its place', async () => {
  await open([ALERT], [RULE], ['alert:read', 'money:read']);
  const table = await screen.findByRole('table', { name: 'Peringatan' });
  expect(within(table).getByText('12 dari 80 KPM (15,0 %); batas 10%')).toBeTruthy();
  expect(within(table).getByRole('link', { name: 'Kranji' }).getAttribute('href')).toContain('territory=');
  expect(screen.queryByRole('button', { name: 'Aturan baru' })).toBeNull();
});

test.each([
  ['late_desks', 'cases'],
  ['old_breaks', 'breaks'],
] as const)('an alert of %s opens the open %s of its place', async (kind, list) => {
  await open([{ ...ALERT, kind }], [], ['alert:read', 'money:read', 'follow-up:read']);
  const address = (await screen.findByRole('link', { name: 'Kranji' })).getAttribute('href');
  expect(address).toContain(`/${list}?territoryCode=32.75.02.1002&state=open`);
});

test('who does not read money reads the alert without a way to its sums', async () => {
  await open([ALERT], [], ['alert:read']);
  expect(await screen.findByText('Kranji')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Kranji' })).toBeNull();
});

test('a rule is made with what is usual, for the officer’s own city', async () => {
  const { api, user } = await open([], [], ['alert:read', 'alert:write']);
  expect(await screen.findByText('Tidak ada angka yang melewati batas.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Aturan baru' }));
  await user.click(screen.getByRole('button', { name: 'Simpan aturan' }));
  expect(api.sent('/alert-rules')).toMatchObject([
    {
      method: 'POST',
      body: { kind: 'not_transacted', territoryCode: '32.75', level: 'kelurahan', limit: 10, daysLeft: 30 },
    },
  ]);
});

test('an edited rule takes the place of the old one; a refused one keeps what was typed', async () => {
  const words = 'Aturan ini tidak utuh.';
  const { api, user } = await open([], [RULE], ['alert:read', 'alert:write'], refusal(422, 'ALERT_RULE_WRONG', words));
  await user.click(await screen.findByRole('button', { name: 'Ubah' }));
  const limit = screen.getByRole('textbox', { name: /^Batas \(persen/ });
  await user.clear(limit);
  await user.type(limit, '25');
  await user.click(screen.getByRole('button', { name: 'Simpan aturan' }));
  expect(api.sent(`/alert-rules/${ID}`)).toMatchObject([{ method: 'PUT', body: { limit: 25 } }]);
  expect(await screen.findByText(words)).toBeTruthy();
  expect((limit as HTMLInputElement).value).toBe('25');
});

test('stopping a rule says what goes with it first', async () => {
  const { api, user } = await open([], [RULE], ['alert:read', 'alert:write']);
  await user.click(await screen.findByRole('button', { name: 'Hentikan' }));
  expect(api.sent('/end')).toEqual([]);
  expect(screen.getByText('Hentikan aturan ini? Peringatannya ikut berakhir.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Hentikan' }));
  expect(api.sent('/end')).toHaveLength(1);
});
