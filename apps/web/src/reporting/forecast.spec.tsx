import { screen, within } from '@testing-library/react';
import type { Dashboard } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { aCity } from '../shared/testing/a-dashboard';
import { openPage } from '../shared/testing/open-page';
import { BurnDown } from './burn-down';
import type { BurnForecast } from './forecast-words';

beforeAll(() => bringWords('reporting'));

const DAY_MS = 86_400_000;
const dayAfter = (days: number): string =>
  new Date(Date.parse('2023-04-03') + days * DAY_MS).toISOString().slice(0, 10);
/** From 3 April to 2 July. */
const band = Array.from({ length: 91 }, (_, at) => ({
  ...{
    on: dayAfter(at),
    least: Math.max(0, 60 - 3 * at),
    middle: Math.max(0, 60 - 2 * at),
    most: Math.max(0, 60 - at),
  },
}));
const found: BurnForecast = {
  ...{ days: 14, perDay: 2.3, isInTime: 'yes', band },
  ...{ earliest: '2023-04-23', likely: '2023-05-03', latest: '2023-06-02' },
};
const show = (forecast: BurnForecast | null, noForecast: Dashboard['noForecast'] = null) =>
  openPage(<BurnDown dashboard={{ ...aCity, forecast, noForecast }} />);

test.each<readonly [Partial<BurnForecast>, RegExp]>([
  [{}, /14 hari terakhir \(2,3 KPM sehari\), selesai antara 23 April 2023 dan 2 Juni 2023\. Cukup/],
  [{ latest: '2023-04-23' }, /selesai 23 April 2023\. Cukup: hari terakhir 2 Juli 2023\./],
  [{ latest: null, isInTime: 'unsure' }, /paling cepat 23 April 2023; .* masih dapat tersisa sampai 0 KPM/],
  [{ earliest: null, isInTime: 'no' }, /belum selesai dalam setahun\. Tidak cukup: .* antara 0 dan 0 KPM/],
])('one sentence says when it ends, and whether that is enough: %j', async (more, sentence) => {
  await show({ ...found, ...more });
  expect(await screen.findByText(sentence)).toBeDefined();
});

test('the band is drawn from today to the deadline, and stands in figures week by week to the last day', async () => {
  await show(found);
  await screen.findByText(/Cukup/);
  expect(document.querySelectorAll('.burn-band, .burn-middle')).toHaveLength(2);
  expect(document.querySelector('.burn-band')?.getAttribute('d')).not.toContain('NaN');
  const table = screen.getByRole('table', { name: 'Perkiraan KPM yang belum memakai uangnya', hidden: true });
  const rows = within(table)
    .getAllByRole('row', { hidden: true })
    .map((row) => row.textContent);
  expect(rows).toHaveLength(15);
  expect(rows[2]).toMatch(/10 April 2023.*39.*46.*53/);
  expect(rows.at(-1)).toMatch(/^.*2 Juli 2023/);
});

test.each([
  ['few_days', /setelah tujuh hari penuh/],
  ['still', /tidak ada uang yang dipakai dalam dua minggu terakhir/],
] as const)('where nothing is forecast (%s) it says why, and draws no band', async (why, sentence) => {
  await show(null, why);
  expect(await screen.findByText(sentence)).toBeDefined();
  expect(document.querySelector('.burn-band')).toBeNull();
});
