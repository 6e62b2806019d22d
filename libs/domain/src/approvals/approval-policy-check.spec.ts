import type { Role } from '../organisation/role.js';
import { type ApprovalGroup, type ApprovalPolicy } from './approval-policy.js';
import { APPROVABLE_KINDS, type Pool, whyNotPolicy } from './approval-policy-check.js';

const pool = (officers: number): Pool => ({
  territoryCode: 'ID',
  officers,
  officerIds: Array.from({ length: officers }, (_none, at) => `officer-${at}`),
});
const pools = new Map<Role, Pool>([
  ['kpa', pool(3)],
  ['ppk', pool(1)],
  ['treasurer', pool(2)],
  ['programme_officer', pool(1)],
]);

const ratified = (groups: readonly ApprovalGroup[], more: Partial<ApprovalPolicy> = {}): ApprovalPolicy => ({
  kind: 'closing.ratify',
  territoryCode: 'ID',
  bands: [{ fromRupiah: 0n, groups }],
  observers: [],
  ...more,
});
const refusals = (policy: ApprovalPolicy): string[] =>
  whyNotPolicy(policy, pools).map(({ code, field }) => `${code} ${field}`);

test('two of three KPA beside any treasurer is a policy', () => {
  expect(
    refusals(
      ratified([
        { role: 'kpa', mode: 'count', value: 2 },
        { role: 'treasurer', mode: 'any' },
      ]),
    ),
  ).toEqual([]);
});

test('more than the office has is refused, with the figures', () => {
  const [refusal] = whyNotPolicy(ratified([{ role: 'kpa', mode: 'count', value: 4 }]), pools);
  expect(refusal).toEqual({
    code: 'APPROVAL_POOL_TOO_SMALL',
    field: 'bands.0.groups.0.value',
    details: { role: 'kpa', territory: 'ID', needed: '4', pool: '3' },
  });
});

test('an office whose only officer prepares the same papers cannot approve them', () => {
  expect(
    refusals(
      ratified([
        { role: 'kpa', mode: 'any' },
        { role: 'ppk', mode: 'any' },
      ]),
    ),
  ).toEqual(['APPROVAL_POOL_TOO_SMALL bands.0.groups.1.role']);
});

test('the office that the law names is not left out', () => {
  expect(refusals(ratified([{ role: 'treasurer', mode: 'any' }]))).toEqual(['APPROVAL_OFFICE_MISSING bands.0.groups']);
});

test('bands begin at nothing and rise', () => {
  const groups = [{ role: 'kpa', mode: 'any' }] as const;
  const bands = [5n, 5n].map((fromRupiah) => ({ fromRupiah, groups }));
  expect(refusals(ratified(groups, { bands }))).toEqual([
    'APPROVAL_BAND_FIRST bands.0.fromRupiah',
    'APPROVAL_BAND_ORDER bands.1.fromRupiah',
  ]);
});

test.each<[string, ApprovalGroup, string]>([
  ['nobody holds the office', { role: 'camat', mode: 'any' }, 'APPROVAL_POOL_EMPTY bands.0.groups.1.role'],
  ['the office never decides', { role: 'auditor', mode: 'any' }, 'APPROVAL_OFFICE_UNFIT bands.0.groups.1.role'],
  ['a count is missing', { role: 'treasurer', mode: 'count' }, 'APPROVAL_VALUE bands.0.groups.1.value'],
  ['a figure too many', { role: 'treasurer', mode: 'all', value: 2 }, 'APPROVAL_VALUE bands.0.groups.1.value'],
  ['over a hundred', { role: 'treasurer', mode: 'percent', value: 101 }, 'APPROVAL_VALUE bands.0.groups.1.value'],
  [
    'a stranger is required',
    { role: 'treasurer', mode: 'any', requiredOfficerIds: ['somebody'] },
    'APPROVER_NOT_IN_OFFICE bands.0.groups.1.requiredOfficerIds',
  ],
  ['an office twice', { role: 'kpa', mode: 'any' }, 'APPROVAL_OFFICE_TWICE bands.0.groups'],
])('refused where %s', (_why, group, refusal) => {
  expect(refusals(ratified([{ role: 'kpa', mode: 'any' }, group]))).toEqual([refusal]);
});

test('who decides does not observe', () => {
  const policy = ratified([{ role: 'kpa', mode: 'any' }], { observers: ['auditor', 'kpa'] });
  expect(refusals(policy)).toEqual(['APPROVAL_OBSERVER_DECIDES observers.1']);
});

test('what is decided by the thousand and what is only filled in has no approval policy', () => {
  expect(refusals(ratified([], { kind: 'follow-up.decide' }))).toEqual(['APPROVAL_KIND kind']);
  expect(refusals(ratified([], { kind: 'roster.submit' }))).toEqual(['APPROVAL_KIND kind']);
  expect(APPROVABLE_KINDS).toContain('payment.release');
});
