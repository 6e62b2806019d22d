import { screen } from '@testing-library/react';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import { ChannelsTable } from './channels-table';

beforeAll(() => bringWords('money'));

const none = { families: 0, amountRupiah: '0' };
const of = (families: number) => ({ families, amountRupiah: String(families * 600_000) });

test('a bank and a post office stand side by side, each with its own share', async () => {
  await openPage(
    <ChannelsTable
      channels={[
        {
          channel: 'card',
          serviceName: null,
          ordered: of(200),
          credited: of(200),
          transacted: of(189),
          returned: of(11),
          failed: none,
        },
        {
          channel: 'post',
          serviceName: 'Kantor Pos Contoh',
          ordered: of(50),
          credited: of(48),
          transacted: of(25),
          returned: none,
          failed: of(2),
        },
      ]}
    />,
  );
  const figures = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('.cell-value')].map(({ textContent }) => textContent),
  );
  expect(figures).toEqual([
    ['Bank menurut Kebijakan (Kartu (KKS))', '200', '200', '189', '94,5 %', '0', '11', 'Rp120.000.000'],
    ['Kantor Pos Contoh (Pos)', '50', '48', '25', '52,1 %', '2', '0', 'Rp30.000.000'],
  ]);
});

test('before anything is credited there is no share', async () => {
  const way = { channel: 'card' as const, serviceName: null, ordered: of(3), credited: none };
  await openPage(<ChannelsTable channels={[{ ...way, transacted: none, returned: none, failed: none }]} />);
  expect(screen.getByRole('cell', { name: 'belum ada' })).toBeTruthy();
});

test('before there is an order the table says so', async () => {
  await openPage(<ChannelsTable channels={[]} />);
  expect(screen.getByText('Belum ada perintah bayar.')).toBeTruthy();
});
