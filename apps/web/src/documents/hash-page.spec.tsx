import { screen } from '@testing-library/react';
import { bringWords } from '../shared/language/language';
import { anApi, good } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { Signatures } from './signatures';

beforeAll(() => bringWords('documents'));

const HASH = 'a1'.repeat(32);
const signature = {
  ...{ kind: 'closing.ratify', stage: 'closing', role: 'kpa', outcome: 'approved', programme: 'sembako' },
  ...{ months: ['2023-03-01', '2023-04-01'], territoryCode: '32.75', territoryName: 'Kota Bekasi' },
  ...{ families: 967, amountRupiah: '386800000', decidedAt: '2023-03-06T01:00:00Z' },
};

test('who holds a signed paper sees which office signed what, where and for how much', async () => {
  anApi(() => good({ hash: HASH, signatures: [signature], letters: [], assignments: [] }));
  await openPage(<Signatures hash={HASH} />);
  expect(await screen.findByText('1 tanda tangan')).toBeTruthy();
  for (const text of ['Sahkan SK', 'KPA', 'Kota Bekasi', 'Maret–April 2023', '967', 'Rp386.800.000']) {
    expect(screen.getByText(text)).toBeTruthy();
  }
});

test('a hash that nobody has signed is said to be none of ours, in words', async () => {
  anApi(() => good({ hash: HASH, signatures: [], letters: [], assignments: [] }));
  await openPage(<Signatures hash={HASH} />);
  expect(await screen.findByText(/Tidak ada tanda tangan atas sidik ini/)).toBeTruthy();
});
