import { rateOf, rateOfRole } from './visit-rates.js';

const tksk = (visitsLately: number) => ({ role: 'tksk' as const, visitsLately });
const PEERS = [tksk(10), tksk(30), tksk(20), tksk(0), { role: 'psm' as const, visitsLately: 90 }];

test('what was measured on the person comes before what was entered', () => {
  expect(rateOf(tksk(25), PEERS, { tksk: 9 })).toEqual({ perWorkingDay: 2.5, source: 'measured', sample: 1 });
});

test('who recorded nothing goes by what was entered, else by the middle of their own role', () => {
  expect(rateOf(tksk(0), PEERS, { tksk: 9 })).toEqual({ perWorkingDay: 9, source: 'entered', sample: 0 });
  expect(rateOf(tksk(0), PEERS)).toEqual({ perWorkingDay: 2, source: 'peers', sample: 3 });
  expect(rateOfRole('tksk', [tksk(10), tksk(30)])).toEqual({ perWorkingDay: 1, source: 'peers', sample: 2 });
});

test('nothing measured and nothing entered is no rate, not a guess', () => {
  expect(rateOfRole('pkh_companion', PEERS)).toEqual({ perWorkingDay: 0, source: 'unknown', sample: 0 });
});
