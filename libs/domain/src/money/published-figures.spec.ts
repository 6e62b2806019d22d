import { type ByState, conservation, type ConservationStatement, isExplained, type Measure } from './conservation.js';
import { whyNotReceived } from './treasury-receipt.js';

/** Figures as ministries, cities, audits and papers published them; where a source itself does not add up, that is what is shown. */
const BENEFIT = 200_000n;
const worth = (families: number, each = BENEFIT): Measure => ({ families, amountRupiah: each * BigInt(families) });
const NOBODY = worth(0);

function statement(
  allocated: number,
  byState: ByState,
  more: { credited?: number; each?: bigint } = {},
): ConservationStatement {
  const { credited = 0, each = BENEFIT } = more;
  return conservation({ allocated: worth(allocated, each), byState, posted: byState }, worth(credited, each), NOBODY);
}

test('Kota Bekasi, BST of May and June 2021: the kecamatan add up to one family more than the headline', () => {
  const kecamatan = [17_826, 15_131, 20_147, 9_725, 19_119, 16_837, 11_771, 13_634, 11_430, 10_356, 14_481, 7_515];
  const paid = kecamatan.reduce((sum, families) => sum + families, 0);
  expect(paid).toBe(167_972);
  const shown = statement(167_971, { transacted: worth(paid) }, { credited: paid });
  expect(shown.firstDifferenceFamilies).toBe(-1);
  expect(isExplained(shown)).toBe(false);
});

test('Karangasem 2021: 178 families of 28,508 are neither realised nor said to have failed', () => {
  const shown = statement(28_508, { transacted: worth(27_286), not_transacted: worth(1_044) }, { credited: 28_508 });
  expect(shown.firstDifferenceFamilies).toBe(178);
  expect(shown.secondDifferenceFamilies).toBe(178);
  expect(isExplained(shown)).toBe(false);
});

test('Kota Bekasi, BLT of 2022: 18,321 families at Rp250.000 are Rp4.580.250.000, and explained', () => {
  const each = 250_000n;
  const shown = statement(18_321, { transacted: worth(18_321, each) }, { credited: 18_321, each });
  expect(shown.allocated.amountRupiah).toBe(4_580_250_000n);
  expect(isExplained(shown)).toBe(true);
});

test('Depok: the five outcomes of the verification are all 152,775, and one family less would show', () => {
  const [matched, unmatched, dead, deleted, noDocument] = [92_991, 10_740, 563, 48_016, 465];
  const outcomes = (families: number) => ({
    decreed: worth(families),
    failed: worth(unmatched + dead + deleted + noDocument),
  });
  expect(isExplained(statement(152_775, outcomes(matched)))).toBe(true);
  expect(statement(152_775, outcomes(matched - 1)).firstDifferenceFamilies).toBe(1);
});

test('BPK on 2023: what did not reach families and what was paid into the treasury leave Rp0,59 billion to explain', () => {
  const million = 1_000_000n;
  const notTransacted = 208_520n * million;
  const undistributedCards = 18_910n * million;
  const owed = notTransacted + undistributedCards;
  expect(owed).toBe(227_430n * million);
  const balance = { heldFamilies: 0, returnedRupiah: owed, depositedRupiah: 226_840n * million, isExplained: false };
  expect(balance.returnedRupiah - balance.depositedRupiah).toBe(590n * million);
  expect(whyNotReceived(balance)).toBe('RETURN_SHORT');
  expect(whyNotReceived({ ...balance, depositedRupiah: owed })).toBeUndefined();
});
