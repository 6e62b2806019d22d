import { screen } from '@testing-library/react';
import type { Rule, RuleChange } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { ChangeForm } from './change-form';
import { WaitingChange } from './waiting-change';

const BENEFIT: Rule = {
  ...{ key: 'benefit.rupiah_per_month', value: 200_000, unit: 'rupiah', effectiveFrom: '2023-01-01', next: null },
  ...{ source: 'Kepdirjen 1/2023', verified: true, shape: { of: 'count', least: 1, most: 100_000_000 } },
};
const CHANGE: RuleChange = {
  ...{ id: 'c1', key: BENEFIT.key, value: 250_000, effectiveFrom: '2023-06-22', source: 'Kepdirjen 7/2023' },
  ...{ verified: true, state: 'proposed', reason: null, proposer: 'Ani', proposedAt: '2023-06-21T03:00:00Z' },
  ...{ decider: null, decidedAt: null, isOwnProposal: false },
};
const me = (...powers: string[]) => ({ officerId: 'x', fullName: 'Budi', powers, appointments: [] });

beforeAll(() => bringWords('policies'));

async function waiting(change: Partial<RuleChange>, ...powers: string[]) {
  const api = anApi(({ path }) => (path.endsWith('/auth/me') ? good(me(...powers)) : good({})));
  const user = await openPage(<WaitingChange change={{ ...CHANGE, ...change }} rule={BENEFIT} />);
  await screen.findByRole('heading', { name: /Bantuan per keluarga per bulan/ });
  return { api, user, buttons: () => screen.queryAllByRole('button').map(({ textContent }) => textContent) };
}

test('the KPA sees what holds now beside what it would be, and decides', async () => {
  const { api, user, buttons } = await waiting({}, 'policy:confirm');
  expect(screen.getByText('Rp200.000')).toBeTruthy();
  expect(screen.getByText('Rp250.000')).toBeTruthy();
  expect(buttons()).toEqual(['Setujui', 'Tolak']);
  await user.click(screen.getByRole('button', { name: 'Setujui' }));
  expect(screen.getByText(/22 Juni 2023.*Rp250\.000/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Setujui perubahan' }));
  expect(api.sent('/changes/c1/confirm').map(({ method }) => method)).toEqual(['POST']);
});

test.each([
  ['their proposer, though they may decide,', { isOwnProposal: true }, ['policy:confirm'], ['Tarik usulan']],
  ['who only reads', {}, [], []],
])('%s does not decide', async (_name, change, powers, offered) => {
  const { buttons } = await waiting(change, ...powers);
  expect(buttons()).toEqual(offered);
});

test('an amount is sent in digits however it is written, and a refusal stays beside what was written', async () => {
  const api = anApi(({ path }) =>
    path.endsWith('/auth/me')
      ? good(me('policy:write'))
      : refusal(422, 'POLICY_CHANGE_PROPOSED', 'Usulan lain masih menunggu KPA.'),
  );
  const user = await openPage(<ChangeForm programme="sembako" rules={[BENEFIT]} today="2023-06-22" />);
  await user.click(await screen.findByRole('button', { name: 'Usulkan perubahan' }));
  await user.click(screen.getByRole('combobox', { name: /Aturan yang diubah/ }));
  await user.click(await screen.findByRole('option', { name: 'Bantuan per keluarga per bulan' }));
  await user.type(screen.getByRole('textbox', { name: /^Nilai/ }), '250.000');
  await user.type(screen.getByRole('textbox', { name: /^Surat/ }), 'Kepdirjen 7/2023');
  await user.click(screen.getByRole('button', { name: 'Kirim ke KPA' }));
  expect(await screen.findByText(/masih menunggu KPA/)).toBeTruthy();
  expect(api.sent('/policies/changes').map(({ body }) => body)).toEqual([
    expect.objectContaining({ key: BENEFIT.key, value: '250000', effectiveFrom: '2023-06-22', verified: false }),
  ]);
});
