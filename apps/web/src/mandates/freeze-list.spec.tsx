import { screen } from '@testing-library/react';
import type { Freeze, Me } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { FreezeList } from './freeze-list';

beforeAll(() => bringWords('mandates'));

const [ANI, BUDI] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const FREEZE: Freeze = {
  ...{ id: '00000000-0000-4000-8000-000000000009', name: 'Pemilu', reason: 'Masa tenang', territoryCode: 'ID' },
  ...{ actions: ['closing.ratify'], validFrom: '2023-03-06', validTo: '2023-03-10', createdBy: 'Ani' },
  ...{ createdAt: '2023-03-06T01:00:00.000Z', endedAt: null, endProposedById: null, endProposedBy: null },
};

/** The list as Ani reads it, who may end freezes; the end that she asks for is received. */
async function asAni(freeze: Partial<Freeze>) {
  const me = { officerId: ANI, powers: ['freeze:write', 'freeze:end'], appointments: [] } as unknown as Me;
  const api = anApi(({ path }) => {
    if (path.endsWith('/auth/me')) return good(me);
    return good(path.endsWith('/freezes') ? [{ ...FREEZE, ...freeze }] : { state: 'proposed' });
  });
  return { api, user: await openPage(<FreezeList />) };
}

test('who would end a freeze proposes it', async () => {
  const { api, user } = await asAni({});
  await user.click(await screen.findByRole('button', { name: 'Usulkan pengakhiran' }));
  expect(api.sent(`/freezes/${FREEZE.id}/end`)).toHaveLength(1);
});

test('who has proposed it reads that another officer ends it, and has no button', async () => {
  await asAni({ endProposedById: ANI, endProposedBy: 'Ani' });
  expect(await screen.findByText(/Pejabat lain .* yang mengakhirinya/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /pengakhiran|Akhiri/ })).toBeNull();
});

test('the second officer reads who proposed it, and ends it', async () => {
  const { api, user } = await asAni({ endProposedById: BUDI, endProposedBy: 'Budi' });
  expect(await screen.findByText('Budi mengusulkan pengakhiran.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Akhiri sekarang' }));
  expect(api.sent(`/freezes/${FREEZE.id}/end`)).toHaveLength(1);
});
