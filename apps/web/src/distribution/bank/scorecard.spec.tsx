import { screen, within } from '@testing-library/react';
import type { PayerScore } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import { ScoreDetails } from './score-details';
import { ScoresTable } from './scores-table';

beforeAll(() => bringWords('money'));

const PERIOD = '6f1c2b1e-0000-4000-8000-000000000001';
const score: PayerScore = {
  ...{ periodId: PERIOD, months: ['2023-03'], channel: 'post', payer: 'Kantor Pos Contoh', answerDays: 3 },
  ...{
    ordered: 200,
    orderedRupiah: '80000000',
    credited: 189,
    failed: 11,
    failedFor: [{ reason: null, families: 11 }],
  },
  ...{ idle: 7, idleRupiah: '2800000', returned: 4, returnedRupiah: '1600000', breaksOpened: 5, breaksOpen: 2 },
  breaks: [{ type: 'late', opened: 5, open: 2, meanDays: 6.5, mostDays: 12 }],
  ...{ sent: 9, late: 3 },
  answers: [{ kind: 'usage_request', sent: 9, answered: 7, late: 3, medianDays: 2.5, mostDays: 9 }],
};

const linkOf = (row: HTMLElement, name: string): URLSearchParams =>
  new URL(within(row).getByRole('link', { name }).getAttribute('href') ?? '', 'http://a').searchParams;

test('each number of a payer leads to the rows that it counts', async () => {
  await openPage(<ScoresTable scores={[score]} />);
  const row = await screen.findByRole('row', { name: /Kantor Pos Contoh \(Pos\)/ });
  expect(linkOf(row, '189 (94,5 %)').get('states')).toBe('credited,transacted,not_transacted,held,returned');
  expect(linkOf(row, '11 (5,5 %)').get('states')).toBe('failed,reissued');
  expect(linkOf(row, '3 dari 9').get('isLate')).toBe('true');
  expect(linkOf(row, '2').get('state')).toBe('open');
  expect(linkOf(row, '7 · Rp2.800.000').get('isIdle')).toBe('true');
  expect(linkOf(row, '4 · Rp1.600.000').get('states')).toBe('returned');
  for (const link of within(row).getAllByRole('link')) {
    const { searchParams } = new URL(link.getAttribute('href') ?? '', 'http://a');
    expect([searchParams.get('payer'), searchParams.get('channel')]).toEqual(['Kantor Pos Contoh', 'post']);
  }
});

test('what the numbers are made of stands below with days against those allowed', async () => {
  await openPage(<ScoreDetails score={score} />);
  expect(await screen.findByRole('table', { name: /batas 3 hari kalender/ })).toBeDefined();
  expect(screen.getByRole('row', { name: /Pertanyaan transaksi.*9.*7.*3.*2,5.*9/ })).toBeDefined();
  const failed = screen.getByRole('row', { name: /Tanpa alasan/ });
  expect(linkOf(failed, '11').get('reason')).toBe('-');
  expect(screen.getByRole('row', { name: /5.*2.*6,5.*12/ })).toBeDefined();
});

test('before a file was sent it says so, and the bank of the rules has words', async () => {
  const young: PayerScore = { ...score, payer: '-', channel: 'card', answers: [], failedFor: [], breaks: [] };
  await openPage(<ScoreDetails score={young} />);
  expect(await screen.findByRole('heading', { name: /Bank menurut Kebijakan \(Kartu \(KKS\)\)/ })).toBeDefined();
  expect(screen.getByText('Belum ada berkas yang dikirim.')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});
