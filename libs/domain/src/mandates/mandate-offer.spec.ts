import fc from 'fast-check';
import { MANDATE_KINDS } from './authority-kind.js';
import { type MandateOffer, type OfficeFacts, type ParentFacts, refusalsOfOffer } from './mandate-offer.js';
import type { StageName } from '../stages/stages.js';

const TODAY = '2023-03-10';
const CITY: OfficeFacts = { id: 'dinsos', level: 'city', territoryCode: '32.75' };
const KECAMATAN: OfficeFacts = { id: 'kecamatan', level: 'kecamatan', territoryCode: '32.75.02' };
const KELURAHAN: OfficeFacts = { id: 'kelurahan', level: 'kelurahan', territoryCode: '32.75.02.1002' };

const aParent = (more: Partial<ParentFacts> = {}): ParentFacts => ({
  kind: 'delegation',
  state: 'accepted',
  subDelegations: 0,
  territoryCode: '32.75',
  powers: ['roster', 'verification', 'endorsement'],
  validFrom: '2023-03-06',
  validTo: '2023-12-31',
  left: { families: 100, amountRupiah: 40_000_000n },
  grantee: CITY,
  officeIds: ['ministry', 'dinsos'],
  ...more,
});

const anOffer = (more: Partial<MandateOffer> = {}): MandateOffer => ({
  kind: 'delegation',
  grantee: KECAMATAN,
  territoryCode: '32.75.02',
  powers: ['verification', 'endorsement'],
  validFrom: '2023-03-10',
  validTo: '2023-06-30',
  ceiling: { families: 40, amountRupiah: 16_000_000n },
  letterNumber: '800/12/Dinsos',
  ...more,
});

const notified = (parent: ParentFacts, offer: MandateOffer): string[] =>
  refusalsOfOffer(parent, offer, TODAY).map(({ code, field }) => `${code} ${field}`);

test.each(['delegation', 'mandate', 'assignment'] as const)('a slice within its parent may be given as %s', (kind) => {
  expect(notified(aParent(), anOffer({ kind }))).toEqual([]);
});

test.each<[string, Partial<ParentFacts>, Partial<MandateOffer>, string]>([
  ['a suspended parent', { state: 'suspended' }, {}, 'MANDATE_PARENT_NOT_LIVE parent'],
  ['a revoked parent', { state: 'revoked' }, {}, 'MANDATE_PARENT_NOT_LIVE parent'],
  ['a parent that is over', { validTo: '2023-03-09' }, { validTo: '2023-03-09' }, 'MANDATE_EXPIRED parent'],
  ['a mandate given on', { kind: 'mandate' }, { kind: 'mandate' }, 'MANDATE_NOT_PASSED_ON kind'],
  ['an assignment given on', { kind: 'assignment' }, { kind: 'assignment' }, 'MANDATE_NOT_PASSED_ON kind'],
  ['power made by a letter', {}, { kind: 'attribution' }, 'MANDATE_NOT_PASSED_ON kind'],
  ['a delegation two levels down', {}, deep(KELURAHAN), 'MANDATE_TOO_DEEP granteeOfficeId'],
  ['a second sub-delegation', { subDelegations: 1 }, {}, 'MANDATE_TOO_DEEP granteeOfficeId'],
  ['a delegation without a letter', {}, { letterNumber: ' ' }, 'MANDATE_LETTER_REQUIRED letterNumber'],
  ['an office of the chain', { officeIds: ['kecamatan'] }, {}, 'MANDATE_CYCLE granteeOfficeId'],
  [
    'an office above the giver',
    { grantee: KECAMATAN, territoryCode: '32.75.02' },
    { kind: 'mandate', grantee: { ...CITY, id: 'other', territoryCode: '32.75.02' } },
    'MANDATE_CYCLE granteeOfficeId',
  ],
  [
    'an office elsewhere',
    {},
    deep({ ...KECAMATAN, territoryCode: '32.76.01' }),
    'MANDATE_GRANTEE_OUTSIDE granteeOfficeId',
  ],
  ['a territory elsewhere', {}, { territoryCode: '32.75.03' }, 'MANDATE_TERRITORY_OUTSIDE territoryCode'],
  ['a code that only begins alike', { territoryCode: '32.7' }, {}, 'MANDATE_TERRITORY_OUTSIDE territoryCode'],
  ['a power the giver lacks', {}, { powers: ['reporting'] }, 'MANDATE_POWER_OUTSIDE powers'],
  ['no power at all', {}, { powers: [] }, 'MANDATE_POWER_OUTSIDE powers'],
  [
    'money under a mandate',
    { powers: ['payment'] },
    { kind: 'mandate', powers: ['payment'] },
    'MANDATE_MATTER_CLOSED powers',
  ],
  ['a start too early', {}, { validFrom: '2023-03-05' }, 'MANDATE_DATES_OUTSIDE validFrom'],
  ['an end too late', {}, { validTo: '2024-01-01' }, 'MANDATE_DATES_OUTSIDE validTo'],
  ['an end before its start', {}, { validFrom: '2023-06-01', validTo: '2023-05-31' }, 'MANDATE_DATES_ORDER validTo'],
  ['an end that is past', {}, { validFrom: '2023-03-07', validTo: '2023-03-09' }, 'MANDATE_DATES_ORDER validTo'],
  [
    'more families than are left',
    {},
    { ceiling: { families: 101, amountRupiah: 1n } },
    'MANDATE_CEILING_ABOVE ceilingFamilies',
  ],
  [
    'more rupiah than is left',
    {},
    { ceiling: { families: 1, amountRupiah: 40_000_001n } },
    'MANDATE_CEILING_ABOVE ceilingRupiah',
  ],
])('%s is refused with code and field', (_what, parent, offer, refusal) => {
  expect(notified(aParent(parent), anOffer(offer))).toContain(refusal);
});

function deep(grantee: OfficeFacts): Partial<MandateOffer> {
  return { grantee, territoryCode: grantee.territoryCode };
}

test('a mandate may go two levels down, a delegation may not', () => {
  expect(notified(aParent(), anOffer({ kind: 'mandate', ...deep(KELURAHAN) }))).toEqual([]);
});

test('every reason is told at once, each once', () => {
  const offer = anOffer({ powers: ['payment'], validTo: '2030-01-01', ceiling: { families: 999, amountRupiah: 0n } });
  expect(notified(aParent(), offer)).toEqual([
    'MANDATE_POWER_OUTSIDE powers',
    'MANDATE_DATES_OUTSIDE validTo',
    'MANDATE_CEILING_ABOVE ceilingFamilies',
  ]);
});

test('whatever is let through lies within its parent in powers, days, families and rupiah', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2023-06-${`${number}`.padStart(2, '0')}`);
  const offers = fc.record({
    kind: fc.constantFrom(...MANDATE_KINDS),
    powers: fc.subarray<StageName>(['roster', 'verification', 'payment']),
    validFrom: day,
    validTo: day,
    families: fc.nat({ max: 200 }),
  });
  fc.assert(
    fc.property(offers, ({ families, ...offer }) => {
      const parent = aParent({ validFrom: '2023-03-06', validTo: '2023-06-20' });
      const ceiling = { families, amountRupiah: BigInt(families) * 400_000n };
      if (notified(parent, anOffer({ ...offer, ceiling })).length > 0) return;
      expect(families).toBeLessThanOrEqual(100);
      expect(offer.validFrom <= offer.validTo && offer.validTo <= parent.validTo).toBe(true);
      expect(offer.powers.every((power) => parent.powers.includes(power))).toBe(true);
      expect(offer.kind).not.toBe('attribution');
    }),
  );
});
