import { screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { DecisionForm } from '../tasks/decision/decision-form';
import { bringWords } from '../shared/language/language';
import { anApi, good } from '../shared/testing/an-api';
import { aTask } from '../shared/testing/a-task';
import { openPage } from '../shared/testing/open-page';
import type { OfferedOutcome, PeriodDetail } from '../api/schemas';
import { QuotaEditor } from './quota-editor';

beforeAll(() => bringWords('money'));

const ALLOCATIONS = [
  {
    cityCode: '32.75',
    cityName: 'Kota Bekasi',
    quotaFamilies: 2000,
    rupiahPerFamily: '400000',
    amountRupiah: '800000000',
  },
];
const OFFER: OfferedOutcome = { outcome: 'submitted', allowed: true, refusals: [], returnTo: [] };
const period = (quotaFamilies: number): PeriodDetail => ({
  period: {
    ...{ id: aTask().periodId, programme: 'sembako', code: '2023-03', months: ['2023-03', '2023-04'], channel: 'card' },
    ...{ policyVersion: 1, state: 'open', openedOn: '2023-03-01', closedAt: null },
  },
  allocations: ALLOCATIONS.map((row) => ({ ...row, quotaFamilies })),
  total: { families: quotaFamilies, amountRupiah: (400_000n * BigInt(quotaFamilies)).toString() },
});

/** The two halves of the task's page as they stand beside each other, over quotas that the server keeps. */
function Page({ ownerId }: { readonly ownerId: string | null }): ReactNode {
  const [isUnsaved, setUnsaved] = useState(false);
  const [kept, setKept] = useState(2000);
  const task = aTask({ kind: 'allocation.prepare', stage: 'allocation', subjectType: 'period', ownerId });
  return (
    <>
      <QuotaEditor detail={period(kept)} task={task} onUnsaved={setUnsaved} />
      <button
        onClick={() => {
          setKept(2100);
        }}
      >
        the server has 2100
      </button>
      <DecisionForm detail={{ task, actions: { decide: [OFFER] } }} seenHash="seen" isUnsaved={isUnsaved} />
    </>
  );
}

const server = () =>
  anApi(({ method, path }) => {
    if (method === 'PUT') return good(period(2100));
    if (path.endsWith('/claim')) return good(aTask({ ownerId: 'me' }));
    return good(
      method === 'POST'
        ? { outcome: 'submitted', decidedAt: '2023-04-03T04:00:00Z', stillNeeded: 0 }
        : { rows: [], next: null },
    );
  });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const typed = async (text: string, ownerId: string | null = 'me') => {
  const user = await openPage(<Page ownerId={ownerId} />);
  const field = await screen.findByLabelText(/Kuota per kota/);
  await user.clear(field);
  await user.type(field, text);
  return user;
};

test('what was typed is never sent as something else: it is saved first', async () => {
  const { sent } = server();
  const user = await typed('32.75 2.100');
  await user.click(button('Kirim'));
  await screen.findByText(/belum disimpan/);
  expect(sent('/decide')).toEqual([]);

  await user.click(button('Simpan kuota'));
  await user.click(button('the server has 2100'));
  expect(sent('/allocations').map(({ body }) => body)).toEqual([
    { quotas: [{ cityCode: '32.75', quotaFamilies: 2100 }] },
  ]);
  await user.click(button('Kirim'));
  await screen.findByText('/inbox');
  expect(sent('/decide')).toHaveLength(1);
});

test('a line that cannot be read keeps the task from being sent and from being saved', async () => {
  const { sent } = server();
  const user = await typed('32.75 75,5');
  await screen.findByText(/Baris 1 “32.75 75,5”/);
  await user.click(button('Simpan kuota'));
  await user.click(button('Kirim'));
  await screen.findByText(/belum disimpan/);
  expect([...sent('/allocations'), ...sent('/decide')]).toEqual([]);
});

test('the same number in another spelling is nothing to save', async () => {
  const { sent } = server();
  const user = await typed('32.75;2.000,00');
  await user.click(button('Kirim'));
  await screen.findByText('/inbox');
  expect(sent('/decide')).toHaveLength(1);
});

test('saving takes a task that nobody holds', async () => {
  const { sent } = server();
  const user = await typed('32.75 2100', null);
  await user.click(button('Simpan kuota'));
  expect(sent('/claim')).toHaveLength(1);
  expect(sent('/allocations')).toHaveLength(1);
});
