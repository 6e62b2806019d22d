import { screen, within } from '@testing-library/react';
import type { OrderToReturn } from '../../api/schemas';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import { ReturnCalendarTable } from './return-calendar-table';

beforeAll(() => bringWords('money'));

const order: OrderToReturn = {
  ...{ orderId: '6f1c2b1e-0000-4000-8000-000000000001', messageId: 'AMN-1' },
  ...{ periodId: '6f1c2b1e-0000-4000-8000-000000000002', cityCode: '32.75', cityName: 'Kota Contoh' },
  ...{ channel: 'post', payer: 'Kantor Pos Contoh', lastDayOfUse: '2023-06-25', daysLeft: 5, stage: 'near' },
  ...{ unused: 104, unusedRupiah: '41600000', onHold: 3, returned: 0, returnedRupiah: '0' },
};

const rowOf = (name: RegExp): Promise<HTMLElement> => screen.findByRole('row', { name });

test('the days left stand first, and what is unused opens its families', async () => {
  await openPage(<ReturnCalendarTable rows={[order]} />);
  const row = await rowOf(/Sisa 5 hari/);
  expect(within(row).getByText('Segera jatuh tempo')).toBeDefined();
  expect(within(row).getByText('Kantor Pos Contoh (Pos)')).toBeDefined();
  expect(within(row).getByText('di antaranya 3 ditahan')).toBeDefined();
  const link = within(row).getByRole('link', { name: '104 · Rp41.600.000' });
  const { searchParams } = new URL(link.getAttribute('href') ?? '', 'http://a');
  expect([searchParams.get('orderId'), searchParams.get('states')]).toEqual([
    order.orderId,
    'credited,not_transacted,held',
  ]);
});

test('past its day it is late until somebody instructs it, and then no clock runs', async () => {
  const sent: OrderToReturn = { ...order, orderId: '6f1c2b1e-0000-4000-8000-000000000003', daysLeft: -12 };
  const back: OrderToReturn = {
    ...sent,
    stage: 'done',
    unused: 0,
    onHold: 0,
    returned: 104,
    returnedRupiah: '41600000',
  };
  await openPage(
    <ReturnCalendarTable
      rows={[
        { ...sent, stage: 'due' },
        { ...back, orderId: 'b' },
      ]}
    />,
  );
  const due = await rowOf(/Lewat, belum diperintahkan/);
  expect(within(due).getByText(/Terlambat 12 hari/)).toBeDefined();
  const done = await rowOf(/Selesai/);
  expect(within(done).queryByText(/Terlambat/)).toBeNull();
  expect(within(done).getByRole('link', { name: '104 · Rp41.600.000' })).toBeDefined();
});
