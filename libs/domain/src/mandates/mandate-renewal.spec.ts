import { MANDATE_STATES } from './mandate-life.js';
import { renewalOf, whyNotRenewed } from './mandate-renewal.js';

const TODAY = '2023-04-03';
const until = '2023-06-25';

test('what is in force is extended, what a city lost or gave back is given anew, what it refused is not', () => {
  expect(MANDATE_STATES.map((state) => renewalOf({ state, validTo: until }))).toEqual([
    'extended',
    'extended',
    'extended',
    'renewed',
    'renewed',
    'renewed',
    undefined,
  ]);
});

test('a slice that has ended is offered anew', () => {
  const slice = { state: 'revoked', validTo: until, parentValidTo: until } as const;
  expect(whyNotRenewed(slice, '2023-06-26', TODAY)).toMatchObject({ code: 'MANDATE_OFFER_ANEW' });
});

test.each([
  ['the same day', { state: 'accepted' }, until, { code: 'MANDATE_NOT_LONGER', details: { than: until } }],
  ['an earlier day', { state: 'accepted' }, '2023-06-24', { code: 'MANDATE_NOT_LONGER' }],
  ['today, of what has ended', { state: 'expired', validTo: '2023-03-31' }, TODAY, { code: 'MANDATE_NOT_LONGER' }],
  [
    'a day after the parent’s last',
    { state: 'accepted', parentValidTo: '2023-07-01' },
    '2023-07-02',
    { code: 'MANDATE_DATES_OUTSIDE', details: { validTo: '2023-07-01' } },
  ],
] as const)('refused: %s', (_what, more, validTo, refusal) => {
  expect(whyNotRenewed({ validTo: until, ...more }, validTo, TODAY)).toMatchObject({ ...refusal, field: 'validTo' });
});

test('a later day is taken, of what has ended long ago as well', () => {
  expect(whyNotRenewed({ state: 'accepted', validTo: until }, '2023-06-26', TODAY)).toBeUndefined();
  expect(whyNotRenewed({ state: 'expired', validTo: '2023-03-31' }, '2023-04-04', TODAY)).toBeUndefined();
  expect(
    whyNotRenewed({ state: 'suspended', validTo: until, parentValidTo: '2023-07-01' }, '2023-07-01', TODAY),
  ).toBeUndefined();
});
