import { type ReturnBalance, whyNotReceived } from './treasury-receipt.js';

const balance = (change: Partial<ReturnBalance>): ReturnBalance => ({
  ...{ heldFamilies: 0, returnedRupiah: 800_000n, depositedRupiah: 800_000n, isExplained: false },
  ...change,
});

test.each([
  ['rows and receipts agree', balance({}), undefined],
  ['nothing was debited, nothing deposited', balance({ returnedRupiah: 0n, depositedRupiah: 0n }), undefined],
  ['a family is still frozen', balance({ heldFamilies: 1 }), 'RETURN_HELD'],
  ['a rupiah is missing', balance({ depositedRupiah: 799_999n }), 'RETURN_SHORT'],
  ['a rupiah too much', balance({ depositedRupiah: 800_001n }), 'RETURN_SHORT'],
  ['the difference is explained by two', balance({ depositedRupiah: 799_999n, isExplained: true }), undefined],
  ['explained, and yet frozen', balance({ heldFamilies: 1, isExplained: true }), 'RETURN_HELD'],
])('%s', (_name, facts, code) => {
  expect(whyNotReceived(facts)).toBe(code);
});
