import fc from 'fast-check';
import { type BudgetLine, demandAboveCommitted, demandWithinBudget } from './budget.js';

const line = (change: Partial<BudgetLine>): BudgetLine => ({
  ...{ year: 2023, ceilingRupiah: 1_000_000n, committedRupiah: 400_000n, wantedRupiah: 600_000n },
  ...change,
});

const codeOf = (work: () => void): unknown => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('the last rupiah may be taken, and not one more', () => {
  expect(
    codeOf(() => {
      demandWithinBudget([line({})]);
    }),
  ).toBe('ok');
  expect(
    codeOf(() => {
      demandWithinBudget([line({ wantedRupiah: 600_001n })]);
    }),
  ).toBe('BUDGET_EXCEEDED');
});

test('the refusal says what is left and what is missing', () => {
  expect(() => {
    demandWithinBudget([line({ wantedRupiah: 850_000n })]);
  }).toThrow(
    expect.objectContaining({
      details: { year: 2023, wantedRupiah: 'Rp850.000', leftRupiah: 'Rp600.000', shortRupiah: 'Rp250.000' },
    }),
  );
});

test('a year without a budget has nothing to give', () => {
  const lines = [line({ wantedRupiah: 1n }), line({ year: 2024, ceilingRupiah: undefined, wantedRupiah: 1n })];
  expect(
    codeOf(() => {
      demandWithinBudget(lines);
    }),
  ).toBe('BUDGET_MISSING');
});

test('quotas that are in the ledger want nothing more, whatever has become of the budget', () => {
  expect(
    codeOf(() => {
      demandWithinBudget([line({ ceilingRupiah: undefined, wantedRupiah: 0n })]);
    }),
  ).toBe('ok');
});

test('nothing passes that would leave less than nothing, and all else passes', () => {
  const rupiah = fc.bigInt({ min: 0n, max: 10n ** 16n });
  fc.assert(
    fc.property(rupiah, rupiah, rupiah, (ceilingRupiah, committedRupiah, wantedRupiah) => {
      const answer = codeOf(() => {
        demandWithinBudget([line({ ceilingRupiah, committedRupiah, wantedRupiah })]);
      });
      const isTooMuch = wantedRupiah > 0n && committedRupiah + wantedRupiah > ceilingRupiah;
      expect(answer).toBe(isTooMuch ? 'BUDGET_EXCEEDED' : 'ok');
    }),
  );
});

test('a ceiling below what was taken is refused', () => {
  expect(
    codeOf(() => {
      demandAboveCommitted(2023, 400_000n, 400_000n);
    }),
  ).toBe('ok');
  expect(
    codeOf(() => {
      demandAboveCommitted(2023, 399_999n, 400_000n);
    }),
  ).toBe('BUDGET_BELOW_COMMITTED');
});
