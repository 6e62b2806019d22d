import fc from 'fast-check';
import { capitaliseWords, indonesianDate, indonesianDateInWords, numberInWords, rupiahInWords } from './terbilang.js';

describe('rupiahInWords', () => {
  it.each([
    [0n, 'nol rupiah'],
    [11n, 'sebelas rupiah'],
    [100n, 'seratus rupiah'],
    [1_000n, 'seribu rupiah'],
    [21_000n, 'dua puluh satu ribu rupiah'],
    [101_000n, 'seratus satu ribu rupiah'],
    [400_000n, 'empat ratus ribu rupiah'],
    [600_000n, 'enam ratus ribu rupiah'],
    [1_001_000n, 'satu juta seribu rupiah'],
    [1_011_000n, 'satu juta sebelas ribu rupiah'],
    [1_100_000n, 'satu juta seratus ribu rupiah'],
    [2_950_000n, 'dua juta sembilan ratus lima puluh ribu rupiah'],
    [4_580_250_000n, 'empat miliar lima ratus delapan puluh juta dua ratus lima puluh ribu rupiah'],
    [208_520_000_000n, 'dua ratus delapan miliar lima ratus dua puluh juta rupiah'],
    [1_000_000_000_000n, 'satu triliun rupiah'],
  ])('spells %s', (amountRupiah, words) => {
    expect(rupiahInWords(amountRupiah)).toBe(words);
  });

  it('spells different numbers differently, without a doubled or trailing space', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        expect(numberInWords(left)).not.toMatch(/^ | {2}| $|satu ratus|satu puluh|satu belas/);
        expect(numberInWords(left) === numberInWords(right)).toBe(left === right);
      }),
    );
  });

  it('refuses what it cannot spell', () => {
    expect(() => numberInWords(-1n)).toThrow(RangeError);
    expect(() => numberInWords(10n ** 18n)).toThrow(RangeError);
  });
});

describe('dates', () => {
  it('writes letters and the opening of minutes', () => {
    expect(indonesianDate('2023-04-03')).toBe('3 April 2023');
    expect(indonesianDateInWords('2023-04-03')).toBe(
      'Senin tanggal Tiga bulan April tahun Dua Ribu Dua Puluh Tiga (03-04-2023)',
    );
  });

  it('capitalises each word', () => {
    expect(capitaliseWords('empat ratus ribu rupiah')).toBe('Empat Ratus Ribu Rupiah');
  });
});
