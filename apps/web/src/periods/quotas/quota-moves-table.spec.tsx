import { screen, within } from '@testing-library/react';
import { bringWords } from '../../shared/language/language';
import { openPage } from '../../shared/testing/open-page';
import type { PeriodQuotas } from '../../api/schemas';
import { QuotaMovesTable } from './quota-moves-table';

beforeAll(() => bringWords('money'));

type City = PeriodQuotas['cities'][number];
const city = (more: Partial<City> = {}): City => ({
  ...{ cityCode: '32.75', cityName: 'Kota Bekasi', quotaFamilies: 2000, rupiahPerFamily: '400000' },
  ...{
    unallocatedFamilies: 2000,
    wantedFamilies: 2150,
    recallableFamilies: 1999,
    whyNotGrow: null,
    whyNotShrink: null,
  },
  ...more,
});
const DECREED = { code: 'QUOTA_DECREED', message: 'Kota Surakarta sudah menetapkan SK.' };
const OTHER = city({
  ...{ cityCode: '33.72', cityName: 'Kota Surakarta', unallocatedFamilies: 12, wantedFamilies: 1988 },
  ...{ recallableFamilies: 12, whyNotGrow: DECREED },
});
const ignored = (): void => undefined;
const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));

test('a change is seen with what it leaves, and with the families that still do not fit', async () => {
  await openPage(
    <QuotaMovesTable
      cities={[city(), OTHER]}
      moves={[{ cityCode: '32.75', deltaFamilies: 100 }]}
      onTakeBack={ignored}
    />,
  );
  expect(row('Kota Bekasi').getByText('2.100 (+100) · kurang 50')).toBeTruthy();
  expect(row('Kota Surakarta').getByText('–')).toBeTruthy();
});

test('what can’t be is said in the row, before anything is sent', async () => {
  const moves = [
    { cityCode: '33.72', deltaFamilies: 1 },
    { cityCode: '32.75', deltaFamilies: -2000 },
  ];
  await openPage(<QuotaMovesTable cities={[city(), OTHER]} moves={moves} onTakeBack={ignored} />);
  expect(row('Kota Surakarta').getByText(DECREED.message)).toBeTruthy();
  expect(row('Kota Bekasi').getByText('paling banyak 1.999 dapat ditarik')).toBeTruthy();
});

test('the rest of a city is one press away', async () => {
  const taken: City[] = [];
  const user = await openPage(
    <QuotaMovesTable cities={[city(), OTHER]} moves={[]} onTakeBack={(one) => taken.push(one)} />,
  );
  await user.click(screen.getByRole('button', { name: 'Tarik sisa kuota Kota Surakarta' }));
  expect(taken).toEqual([OTHER]);
});

test('a city is found by its name', async () => {
  const user = await openPage(<QuotaMovesTable cities={[city(), OTHER]} moves={[]} onTakeBack={ignored} />);
  await user.type(screen.getByRole('searchbox', { name: 'Cari kota' }), 'sura');
  expect(screen.queryByRole('row', { name: /Bekasi/ })).toBeNull();
  expect(screen.getByRole('row', { name: /Surakarta/ })).toBeTruthy();
});
