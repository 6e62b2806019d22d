import { screen, within } from '@testing-library/react';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { PersonTrail } from './person-trail';

const NIK = '3275020000000011';
const ENTRY = {
  ...{ id: '7', officer: 'Ani', username: 'ani', action: 'person.revealed', subjectType: 'family', subjectId: '12' },
  ...{ territoryCode: '32.75.02.1001', details: { purpose: 'aduan' }, occurredAt: '2023-03-06T01:00:00.000Z' },
};

beforeAll(() => bringWords('audit'));

async function ask(): Promise<ReturnType<typeof anApi>> {
  const api = anApi(() => good({ rows: [ENTRY], next: null }));
  const user = await openPage(<PersonTrail />);
  await user.type(screen.getByRole('textbox', { name: 'NIK' }), '3275 0200 0000 0011');
  await user.type(screen.getByRole('textbox', { name: 'Keperluan' }), 'aduan warga');
  await user.click(screen.getByRole('button', { name: 'Cari' }));
  await screen.findByRole('table');
  return api;
}

test('three steps: NIK, purpose, search; the NIK is sent in the body and shown by its tail alone', async () => {
  const api = await ask();
  expect(api.sent('/audit/persons')).toMatchObject([
    { method: 'POST', path: '/api/v1/audit/persons', body: { nik: NIK, purpose: 'aduan warga' } },
  ]);
  expect(within(screen.getByRole('table')).getByText('Membuka data pribadi')).toBeTruthy();
  expect(screen.getByText(/berakhiran 0011/)).toBeTruthy();
  expect(window.location.href).not.toContain(NIK);
});

test('nobody saw it, and a refusal, are each said', async () => {
  anApi(() => good({ rows: [], next: null }));
  const user = await openPage(<PersonTrail />);
  await user.type(screen.getByRole('textbox', { name: 'NIK' }), NIK);
  await user.type(screen.getByRole('textbox', { name: 'Keperluan' }), 'aduan warga');
  await user.click(screen.getByRole('button', { name: 'Cari' }));
  expect(await screen.findByText(/Tidak ada yang membuka/)).toBeTruthy();
  anApi(() => refusal(429, 'REVEAL_QUOTA', 'Batas per jam habis.'));
  await user.click(screen.getByRole('button', { name: 'Cari' }));
  expect(await screen.findByText(/Batas per jam habis/)).toBeTruthy();
});
