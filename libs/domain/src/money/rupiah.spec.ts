import fc from 'fast-check';
import { formatRupiah, sumRupiah } from './rupiah.js';

test.each([
  [0n, 'Rp0'],
  [200_000n, 'Rp200.000'],
  [-400_000n, '−Rp400.000'],
  [30_351_200_000n, 'Rp30.351.200.000'],
])('prints %p as %s', (amount, text) => {
  expect(formatRupiah(amount)).toBe(text);
});

test('no digit is ever lost in print', () => {
  fc.assert(
    fc.property(fc.bigInt(), (amount) => formatRupiah(amount).replace(/[Rp.]/g, '').replace('−', '-') === `${amount}`),
  );
});

test('the order of addition does not matter', () => {
  fc.assert(fc.property(fc.array(fc.bigInt()), (amounts) => sumRupiah(amounts) === sumRupiah([...amounts].reverse())));
});
