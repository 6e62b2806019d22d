import { bringWords } from '../../shared/language/language';
import { screen } from '@testing-library/react';
import type { BankFileEffects } from '../../api/schemas';
import { openPage } from '../../shared/testing/open-page';
import { FileEffects } from './file-effects';

beforeAll(() => bringWords('money'));

const effects = (more: Partial<BankFileEffects> = {}): BankFileEffects => ({
  ...{ file: 'status-1.pain002.xml', sha256: '-', order: 'AMN-1', basis: '-', refused: null, rows: [], postings: [] },
  ...{ moves: [{ from: 'ordered', to: 'credited', families: 1200 }], breaksTotal: 0, breaks: [] },
  ...{ cases: { opens: 0, ends: 3 } },
  ...more,
});

const open = (shown: BankFileEffects) => openPage(<FileEffects effects={shown} />);

test('families that would move are counted by where they come from and go', async () => {
  await open(effects());

  expect(await screen.findByRole('row', { name: /Diperintahkan.*Masuk rekening.*1\.200/ })).toBeDefined();
  expect(screen.queryByText(/0 selisih; 0 kasus akan terbuka dan 3 berakhir/)).not.toBeNull();
});

test('differences are named with what was ordered and found, and how many more there are', async () => {
  const found = {
    endToEndId: 'SEM1',
    type: 'amount_mismatch',
    state: 'open',
    expected: '400000',
    found: '350000',
  } as const;
  await open(effects({ breaksTotal: 201, breaks: [found] }));

  expect(await screen.findByRole('row', { name: /SEM1.*Terbuka.*Rp400.000.*Rp350.000/ })).toBeDefined();
  expect(screen.queryByText('Ditampilkan 1 pertama dari 201.')).not.toBeNull();
});

test('a file that would be refused says why, and shows nothing else', async () => {
  const refused = { code: 'BANK_FILE_ORDER', message: 'The file is about another order.', details: {} };
  await open(effects({ refused }));

  expect(await screen.findByText(/status-1.pain002.xml akan ditolak/)).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});
