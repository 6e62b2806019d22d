import { randomUUID } from 'node:crypto';
import { type CaseSanctionAct, CaseSanctionService, Commands, DeskService, FollowUpDiary } from '#application';
import { CaseSanctionRepository, inTransaction, RosterRepository, rowOf, rowsOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, rowsFor } from '../../support/factories/rosters.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
type Name = 'operator' | 'head' | 'otherHead' | 'mayor' | 'lurah';
const made = new Map<Name, MadeOfficer>();
const desk = () => new TaskServices(database.source);
const diary = () => new FollowUpDiary(database.source);

beforeAll(async () => {
  made.set('operator', await anOfficer(database.manager, 'dinsos_operator'));
  made.set('head', await anOfficer(database.manager, 'dinsos_head'));
  made.set('otherHead', await anOfficer(database.manager, 'dinsos_head'));
  made.set('mayor', await anOfficer(database.manager, 'mayor'));
  made.set('lurah', await anOfficer(database.manager, 'lurah', { territoryCode: '32.75' }));
});
beforeEach(() => setToday(database.source, '2023-05-02'));

const idOf = (name: Name): string => made.get(name)?.officerId ?? '';

/** A case whose family the operator has decided to exclude. */
async function proposed(kind: 'exclude' | 'suspend' = 'exclude', by: Name = 'operator') {
  const { caseIds, deskIds, ...others } = await someCases(database.source);
  const [caseId = '', deskId = ''] = [caseIds[0], deskIds[0]];
  await database.manager.query(
    `insert into case_sanction (case_id, kind, period_id, city_code, kelurahan_code, nik_hash, finding, state, decided_by, decided_at,
                                due_on)
     select c.id, $2, c.period_id, c.city_code, c.kelurahan_code, e.nik_hash, 'refused', 'proposed', $3, now(), '2023-05-16'
       from follow_up_case c join entitlement e on e.id = c.entitlement_id where c.id = $1`,
    [caseId, kind, idOf(by)],
  );
  const found = async () => {
    const [row] = await rowsOf<{ id: string; state: string; until: string | null }>(
      database.manager,
      'select id, state, objection_until::text as until from case_sanction where case_id = $1',
      [caseId],
    );
    if (row === undefined) throw new Error('it was proposed');
    return row;
  };
  const { id } = await found();
  const act = async (name: Name, what: CaseSanctionAct) => {
    const command = what === 'verify' ? { act: what } : { act: what, reason: 'Setelah diperiksa lagi' };
    await new CaseSanctionService(desk().calendar, new Commands(database.source)).act(
      await desk().by(idOf(name)),
      id,
      command,
    );
  };
  return { ...others, caseId, deskId, id, found, act };
}

const refused = (code: string) => expect.objectContaining({ code }) as Error;

test('nothing is in force before a second person and fourteen working days, and then by itself, once', async () => {
  const { act, found } = await proposed();
  await act('head', 'verify');
  // 18 May 2023 is Ascension Day: fourteen working days after 2 May are over with 23 May.
  expect(await found()).toMatchObject({ state: 'verified', until: '2023-05-23' });
  await setToday(database.source, '2023-05-23');
  expect(await diary().look()).toEqual({ dueAt: '2023-05-23T17:00:00.000Z' });
  expect(await found()).toMatchObject({ state: 'verified' });
  await setToday(database.source, '2023-05-24');
  await diary().look();
  await diary().look();
  expect(await found()).toMatchObject({ state: 'in_force' });
});

test('who decided verifies nothing, not even with another office, and not in the database either', async () => {
  const { act, found, id } = await proposed('suspend', 'head');
  await expect(act('head', 'verify')).rejects.toThrow(refused('CASE_SANCTION_OWN_HAND'));
  await expect(act('head', 'refuse')).rejects.toThrow(refused('CASE_SANCTION_OWN_HAND'));
  await expect(
    new CaseSanctionRepository(database.manager).verify(id, idOf('head'), '2023-05-23', 'hash'),
  ).rejects.toThrow('case_sanction_two');
  await act('otherHead', 'refuse');
  expect(await found()).toMatchObject({ state: 'refused' });
  await expect(act('otherHead', 'verify')).rejects.toThrow(refused('CASE_SANCTION_STATE'));
});

test('an objection stops it past its term, until somebody decides who had no hand in it', async () => {
  for (const [what, state] of [
    ['reject', 'in_force'],
    ['uphold', 'lifted'],
  ] as const) {
    await setToday(database.source, '2023-05-02');
    const { act, found } = await proposed();
    await act('head', 'verify');
    await act('lurah', 'object');
    await setToday(database.source, '2023-06-20');
    await diary().look();
    expect(await found()).toMatchObject({ state: 'objected' });
    await expect(act('head', what)).rejects.toThrow(refused('CASE_SANCTION_OWN_HAND'));
    await expect(act('lurah', what)).rejects.toThrow(refused('CASE_SANCTION_UNKNOWN'));
    await act('mayor', what);
    expect(await found()).toMatchObject({ state });
  }
});

test('an objection that nobody answers never takes effect, and those who settle it hear of it, once', async () => {
  const { act, found, id } = await proposed();
  await act('head', 'verify');
  await act('lurah', 'object');
  const heard = () =>
    rowsOf<{ officerId: string }>(
      database.manager,
      `select officer_id as "officerId" from notification where key = $1 order by 1`,
      [`case-sanction.late:${id}`],
    );
  expect(await heard()).toEqual([]);
  await setToday(database.source, '2023-06-20');
  await diary().look();
  await diary().look();
  expect(await found()).toMatchObject({ state: 'objected' });
  const officers = (await heard()).map(({ officerId }) => officerId);
  expect(officers).toEqual(expect.arrayContaining([idOf('head'), idOf('mayor')]));
  expect(new Set(officers).size).toBe(officers.length);
});

test('after its last day nobody objects, and what nobody verified lapses', async () => {
  const { act, found } = await proposed();
  const silent = await proposed();
  await act('head', 'verify');
  await setToday(database.source, '2023-05-24');
  await expect(act('lurah', 'object')).rejects.toThrow(refused('CASE_SANCTION_TERM_OVER'));
  await diary().look();
  expect([(await found()).state, (await silent.found()).state]).toEqual(['in_force', 'lapsed']);
});

test('a term is not shortened, a state not skipped, and what is settled not rewritten, not even by hand', async () => {
  const { act, id } = await proposed();
  const change = (sql: string) => database.manager.query(`update case_sanction set ${sql} where id = $1`, [id]);
  await expect(change(`state = 'in_force', in_force_at = now()`)).rejects.toThrow(/goes its way|case_sanction/);
  await act('head', 'verify');
  await expect(change(`state = 'in_force', in_force_at = now()`)).rejects.toThrow('goes its way');
  await expect(change(`objection_until = '2023-05-01'`)).rejects.toThrow('goes its way');
  await expect(change(`kind = 'suspend'`)).rejects.toThrow('goes its way');
});

test('a later list of the city names whom a case excludes while that is in force, and nobody else', async () => {
  const { act, id, periodId } = await proposed();
  const person = await rowOf<{ nik: Buffer }>(
    database.manager,
    'select nik_hash as nik from case_sanction where id = $1',
    [id],
  );
  /** A list of another period on which the same family stands. */
  const named = async () => {
    const rosterId = await aRoster(database.source, await aPeriod(database.manager, { quota: 4 }), rowsFor(2));
    await database.manager.query(
      `update roster_row set nik_hash = $2 where id = (select min(id) from roster_row where roster_id = $1)`,
      [rosterId, person?.nik],
    );
    await inTransaction(database.source, (manager) => new RosterRepository(manager).dropFile(rosterId, randomUUID()));
    const rows = await rowsOf<{ reason: string }>(
      database.manager,
      `select x -> 'params' ->> 'reason' as reason from roster_row, jsonb_array_elements(findings) x
        where roster_id = $1 and x ->> 'code' = 'EXCLUDED_EARLIER'`,
      [rosterId],
    );
    return rows.map(({ reason }) => reason);
  };
  expect(periodId).toBeDefined();
  await act('head', 'verify');
  expect(await named()).toEqual([]);
  await setToday(database.source, '2023-05-24');
  await diary().look();
  expect(await named()).toEqual(['case_exclude']);
  await expect(act('head', 'lift')).rejects.toThrow(refused('CASE_SANCTION_OWN_HAND'));
  await act('mayor', 'lift');
  expect(await named()).toEqual([]);
});

test('a desk proposes what its cases have decided, once, and the head of Dinsos is told', async () => {
  const { caseIds, deskIds } = await someCases(database.source);
  const [caseId = '', deskId = ''] = [caseIds[0], deskIds[0]];
  const desks = new DeskService(database.source, desk().calendar);
  await database.manager.query(`update follow_up_case set state = 'to_decide', finding = 'refused' where id = $1`, [
    caseId,
  ]);
  await desks.advance(deskId);
  const task = await rowOf<{ id: string; hash: string }>(
    database.manager,
    `select id, artefact_hash as hash from task where workflow_id = $1`,
    [deskId],
  );
  await database.manager.query(`update follow_up_case set found_at = programme_now() where id = $1`, [caseId]);
  await desk().decisions.decide(await desk().by(idOf('operator')), task?.id ?? '', {
    ...{ outcome: 'approved', artefactHash: task?.hash ?? '', details: { outcome: 'exclude' } },
  });
  await desks.advance(deskId);
  await desks.advance(deskId);
  const rows = await rowsOf<{ kind: string; state: string; by: string }>(
    database.manager,
    'select kind, state, decided_by as by from case_sanction where case_id = $1',
    [caseId],
  );
  expect(rows).toEqual([{ kind: 'exclude', state: 'proposed', by: idOf('operator') }]);
  const heard = await rowsOf<{ id: string }>(
    database.manager,
    `select n.officer_id as id from notification n join case_sanction s on n.key = 'case-sanction.proposed:' || s.id
      where s.case_id = $1`,
    [caseId],
  );
  expect(heard.map(({ id }) => id)).toEqual(expect.arrayContaining([idOf('head'), idOf('otherHead')]));
});
