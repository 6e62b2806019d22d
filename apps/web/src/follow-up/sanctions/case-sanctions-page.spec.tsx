import { screen } from '@testing-library/react';
import type { CaseSanction } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { anApi, good } from '../../shared/testing/an-api';
import { openPage } from '../../shared/testing/open-page';
import { CaseSanctionsPage } from './case-sanctions-page';

const sanction = (more: Partial<CaseSanction> = {}): CaseSanction => ({
  ...{ id: '0198a000-0000-7000-8000-000000000001', caseId: '0198a000-0000-7000-8000-000000000002', kind: 'exclude' },
  ...{ kpmCode: 'KPM-00077', familyCode: null, kelurahanCode: '32.75.02.1002', kelurahanName: 'Kranji' },
  ...{ finding: 'no_longer_poor', state: 'proposed', decider: 'Operator Dinsos', dueOn: '2023-05-16' },
  ...{ verifier: null, verifiedAt: null, objectionUntil: null, objection: null, objector: null, answerDueOn: null },
  ...{ settler: null, reason: null, inForceAt: null, acts: ['verify', 'refuse'], hasLetter: false },
  ...more,
});
const server = (...rows: readonly CaseSanction[]) =>
  anApi(({ method }) => (method === 'POST' ? good(undefined) : good({ rows, next: null })));
const opened = async () => {
  await bringWords('follow-up');
  return openPage(<CaseSanctionsPage />);
};

test('a second person reads what follows before they approve; no reason is needed for it', async () => {
  const { sent } = server(sanction());
  const user = await opened();
  await user.click(await screen.findByRole('button', { name: 'Setujui' }));
  expect(screen.getByText(/baru berlaku setelah masa keberatan lewat/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Setujui' }));
  expect(sent('/act').map(({ body }) => body)).toEqual([{ act: 'verify' }]);
});

test('an objection is sent in the family’s words; the letter is a link where it may be opened', async () => {
  const more = { state: 'verified', objectionUntil: '2023-05-23', acts: ['object'], hasLetter: true } as const;
  const { sent } = server(sanction({ ...more, acts: [...more.acts] }));
  const user = await opened();
  expect((await screen.findByRole('link', { name: /Surat untuk keluarga/ })).getAttribute('href')).toContain('/letter');
  await user.click(screen.getByRole('button', { name: 'Catat keberatan' }));
  await user.type(screen.getByLabelText(/Isi keberatan keluarga/), 'Penghasilan tidak berubah');
  await user.click(screen.getByRole('button', { name: 'Catat keberatan' }));
  expect(sent('/act').map(({ body }) => body)).toEqual([{ act: 'object', reason: 'Penghasilan tidak berubah' }]);
});

test('who may do nothing sees state, objection and reason, and no button', async () => {
  server(
    sanction({ state: 'lifted', acts: [], objection: 'Masih miskin', reason: 'Diperiksa lagi', settler: 'Wali Kota' }),
  );
  await opened();
  expect(await screen.findByText('Keberatan: Masih miskin')).toBeTruthy();
  expect(screen.getByText('Alasan: Diperiksa lagi')).toBeTruthy();
  expect(screen.getByText('Operator Dinsos, Wali Kota')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Cabut' })).toBeNull();
});
