import { randomUUID } from 'node:crypto';
import { Commands, loadPolicy, PolicyChangeService } from '#application';
import { PeriodRepository, PolicyChangeRepository, PolicyRepository, rowOf } from '#persistence';
import { readPolicies } from '#policies';
import { commandOf } from '../../support/factories/command-contexts.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const service = (): PolicyChangeService => new PolicyChangeService(new Commands(database.source));
const policies = (): PolicyRepository => new PolicyRepository(database.manager);

let officer: MadeOfficer;
let kpa: MadeOfficer;
let today = '';
beforeAll(async () => {
  await aPeriod(database.manager);
  officer = await anOfficer(database.manager, 'programme_officer');
  kpa = await anOfficer(database.manager, 'kpa');
  today = (await rowOf<{ today: string }>(database.manager, 'select programme_today()::text as today'))?.today ?? '';
});

const aChange = (key: string, value: string, effectiveFrom = today) => ({
  ...{ programme: 'sembako', key, value, effectiveFrom },
  ...{ source: 'Surat Direktur 12/2023', verified: true },
});

async function adopt(change: ReturnType<typeof aChange>): Promise<string> {
  const { id } = await service().propose(commandOf(officer), change);
  await service().confirm(commandOf(kpa), id);
  return id;
}

const valueOf = async (key: string): Promise<number> => (await policies().newest('sembako')).count(key);
test('a change waits without effect, holds from its confirmation for new periods, and leaves those that run alone', async () => {
  const before = await valueOf('due_days.visit');
  const running = await aPeriod(database.manager, { months: ['2061-01', '2061-02'] });
  const { id } = await service().propose(commandOf(officer), aChange('due_days.visit', '33'));
  expect(await valueOf('due_days.visit')).toBe(before);
  await service().confirm(commandOf(kpa), id);
  expect(await valueOf('due_days.visit')).toBe(33);
  const periods = new PeriodRepository(database.manager);
  expect((await periods.policyOf(running.periodId)).count('due_days.visit')).toBe(before);
  const [other] = readPolicies();
  expect(other?.parameters.find(({ key }) => key === 'due_days.visit')?.value).toBe(before);
});

test('a value of a day to come is in the rules and does not hold yet', async () => {
  const before = await valueOf('usage.look_days');
  await adopt(aChange('usage.look_days', '21', '2099-01-01'));
  expect(await valueOf('usage.look_days')).toBe(before);
  expect(await policies().parametersOf('sembako')).toContainEqual(
    expect.objectContaining({ key: 'usage.look_days', value: 21, effectiveFrom: '2099-01-01', verified: true }),
  );
});

test('a policy file that ships later brings its new rules, and takes back nothing that two persons changed', async () => {
  await adopt(aChange('break.settle_days', '9'));
  const [file] = readPolicies();
  if (file === undefined) throw new Error('no policy ships');
  const newRule = { ...file.parameters[0], key: 'due_days.thought_of_later', value: 4 } as never;
  const shipped = { ...file, contentHash: 'of a later release', parameters: [...file.parameters, newRule] };
  const version = await loadPolicy(database.manager, shipped);
  expect(await loadPolicy(database.manager, shipped)).toBe(version);
  expect(await valueOf('break.settle_days')).toBe(9);
  expect(await valueOf('due_days.thought_of_later')).toBe(4);
});

test('rules may become again what they were', async () => {
  const before = await valueOf('bank.answer_days');
  await adopt(aChange('bank.answer_days', '8'));
  await adopt(aChange('bank.answer_days', String(before)));
  expect(await valueOf('bank.answer_days')).toBe(before);
  expect(await policies().parametersOf('sembako')).toHaveLength(
    new Set((await policies().parametersOf('sembako')).map(({ key, effectiveFrom }) => `${key} ${effectiveFrom}`)).size,
  );
});

test('each refusal leaves the rules and the proposal as they were', async () => {
  const { id } = await service().propose(commandOf(officer), aChange('due_days.report', '6'));
  const rules = await policies().parametersOf('sembako');
  expect(await refusalCodeOf(service().propose(commandOf(officer), aChange('due_days.report', '7')))).toBe(
    'POLICY_CHANGE_PROPOSED',
  );
  expect(await refusalCodeOf(service().confirm(commandOf(officer), id))).toBe('POLICY_CHANGE_OWN');
  expect(await refusalCodeOf(service().refuse(commandOf(officer), id, { reason: 'not mine' }))).toBe(
    'POLICY_CHANGE_OWN',
  );
  expect(await refusalCodeOf(service().withdraw(commandOf(kpa), id))).toBe('POLICY_CHANGE_NOT_OWN');
  expect(await refusalCodeOf(service().confirm(commandOf(kpa), randomUUID()))).toBe('POLICY_CHANGE_UNKNOWN');
  expect(await refusalCodeOf(service().propose(commandOf(officer), aChange('no.such_rule', '7')))).toBe(
    'POLICY_UNKNOWN',
  );
  const elsewhere = { ...aChange('due_days.report', '7'), programme: 'no-such' };
  expect(await refusalCodeOf(service().propose(commandOf(officer), elsewhere))).toBe('PROGRAMME_UNKNOWN');
  expect(await policies().parametersOf('sembako')).toEqual(rules);
  await service().refuse(commandOf(kpa), id, { reason: 'letter is of another programme' });
  expect(await refusalCodeOf(service().confirm(commandOf(kpa), id))).toBe('POLICY_CHANGE_DECIDED');
  expect(await refusalCodeOf(service().withdraw(commandOf(officer), id))).toBe('POLICY_CHANGE_DECIDED');
  expect(await policies().parametersOf('sembako')).toEqual(rules);
});

test('of two who confirm at once one adopts, and the rules get one version', async () => {
  const other = await anOfficer(database.manager, 'kpa');
  const { id } = await service().propose(commandOf(officer), aChange('due_days.roster', '6'));
  const versions = () => rowOf<{ n: number }>(database.manager, 'select max(version)::int as n from policy_version');
  const before = (await versions())?.n ?? 0;
  const codes = await Promise.all([kpa, other].map((one) => refusalCodeOf(service().confirm(commandOf(one), id))));
  expect(codes.toSorted()).toEqual(['POLICY_CHANGE_DECIDED', 'none']);
  expect((await versions())?.n).toBe(before + 1);
});

test('a change that was proposed or decided is not rewritten, and nobody confirms their own in the database either', async () => {
  const { id } = await service().propose(commandOf(officer), aChange('due_days.closing', '6'));
  const update = (set: string): Promise<unknown> =>
    database.manager.query(`update policy_change set ${set} where id = $1`, [id]);
  await expect(update(`value = '60'`)).rejects.toThrow('not rewritten');
  await expect(update(`state = 'adopted', decided_by = proposed_by, decided_at = now()`)).rejects.toThrow('four_eyes');
  await service().withdraw(commandOf(officer), id);
  await expect(update(`state = 'proposed'`)).rejects.toThrow('not rewritten');
  const changes = await new PolicyChangeRepository(database.manager).list('sembako');
  expect(changes.find((change) => change.id === id)).toMatchObject({ state: 'withdrawn', value: 6 });
});
