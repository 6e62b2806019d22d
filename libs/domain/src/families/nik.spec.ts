import fc from 'fast-check';
import { parseBirthDate } from './birth-date.js';
import { isFamilyCardNumber, maskNik, nikAgreesWithBirthDate, readNik } from './nik.js';

const birth = fc.date({ min: new Date('1920-01-01'), max: new Date('2019-12-31'), noInvalidDate: true });
const region = fc.integer({ min: 110101, max: 979999 });
const serial = fc.integer({ min: 1, max: 9999 });

function nikOf(regionCode: number, date: Date, female: boolean, serialNumber: number): string {
  const day = date.getUTCDate() + (female ? 40 : 0);
  const two = (value: number) => String(value).padStart(2, '0');
  const year = two(date.getUTCFullYear() % 100);
  return `${regionCode}${two(day)}${two(date.getUTCMonth() + 1)}${year}${String(serialNumber).padStart(4, '0')}`;
}

describe('readNik', () => {
  it('takes apart every number that was put together by the rules', () => {
    fc.assert(
      fc.property(region, birth, fc.boolean(), serial, (code, date, female, number) => {
        const reading = readNik(nikOf(code, date, female, number));
        if (!reading.ok) throw new Error(reading.problem);
        expect(reading.parts.sex).toBe(female ? 'female' : 'male');
        expect(reading.parts.issuingRegion).toBe(String(code));
        expect(nikAgreesWithBirthDate(reading.parts, date.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  it('refuses anything that is not 16 digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{16}$/.test(text));
        const reading = readNik(text);
        expect(reading.ok ? '' : reading.problem).toMatch(/^NIK_(BLANK|LENGTH|NOT_DIGITS)$/);
      }),
    );
    expect(['', '327501', '32750I0101800042'].map((text) => readNik(text))).toEqual(
      ['NIK_BLANK', 'NIK_LENGTH', 'NIK_NOT_DIGITS'].map((problem) => ({ ok: false, problem })),
    );
  });

  it.each([
    ['3275013102800001', 'NIK_DATE', '31 February'],
    ['3275017102800001', 'NIK_DATE', '31 February of a woman'],
    ['3275014001800001', 'NIK_DATE', 'day 40, which is neither'],
    ['3275010113800001', 'NIK_DATE', 'month 13'],
    ['3275012902810001', 'NIK_DATE', '29 February 1981'],
    ['3275010101800000', 'NIK_SERIAL', 'serial 0000'],
  ])('%s is refused as %s: %s', (nik, problem) => {
    expect(readNik(nik)).toEqual({ ok: false, problem });
  });

  it('accepts 29 February of year 00, which existed in 2000', () => {
    expect(readNik('3275012902000001').ok).toBe(true);
  });
});

describe('parseBirthDate', () => {
  it('gives back every date written day first', () => {
    fc.assert(
      fc.property(birth, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        expect(parseBirthDate(`${day}/${month}/${year}`)).toBe(iso);
        expect(parseBirthDate(`${Number(day)}-${Number(month)}-${year}`)).toBe(iso);
        expect(parseBirthDate(iso)).toBe(iso);
      }),
    );
  });

  it.each([
    '01.02.1980',
    '1.2.1980',
    '1 Februari 1980',
    '01-Feb-1980',
    '1 Pebruari 1980',
    '1980-02-01 00:00:00',
    '1/2/1980',
  ])('reads "%s" as the first of February', (text) => {
    expect(parseBirthDate(text)).toBe('1980-02-01');
  });

  it.each(['', '31/02/1980', '12/31/1980', '01/01/80', '01-Mei-70', '1 Foo 1980', '00/00/0000', '01/01/1899'])(
    'knows no day in "%s"',
    (text) => {
      expect(parseBirthDate(text)).toBeUndefined();
    },
  );
});

describe('masking and family cards', () => {
  it('shows four digits at most, and none of a short text', () => {
    expect(maskNik('3275010101800042')).toBe('••••0042');
    expect(maskNik('0042')).toBe('••••');
  });

  it('takes 16 digits as a family card and nothing else', () => {
    expect(isFamilyCardNumber('3275010101800000')).toBe(true);
    expect(isFamilyCardNumber('327501010180000')).toBe(false);
    expect(isFamilyCardNumber('32750101018000O0')).toBe(false);
  });
});
