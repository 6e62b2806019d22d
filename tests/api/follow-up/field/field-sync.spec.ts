import { createHash, randomUUID } from 'node:crypto';
import { FieldPhone, type LeasedCase } from '../../../support/factories/field-phone.js';
import { casesToVisit } from '../../support/field-cases.js';
import { aScene, type Scene } from '../../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('photo')]);

/** Cases in Kranji with their visits open, and a phone of the TKSK that has downloaded them. */
async function aPhone(families = 1) {
  const { caseIds, goOn } = await casesToVisit(scene, families);
  const phone = new FieldPhone(await scene.person('tksk.bekasi-barat'));
  expect(await phone.download()).toMatchObject({ status: 200 });
  const mine = phone.lease.cases.filter(({ id }) => caseIds.includes(id));
  const [first] = mine;
  if (first === undefined) throw new Error('the lease has the case');
  return { phone, first, mine, goOn };
}

const decisionOf = async ({ taskId }: LeasedCase) =>
  scene.api.database.query<{ finding: string }[]>(
    `select details ->> 'finding' as finding from task_decision where task_id = $1`,
    [taskId],
  );

test('a visit is recorded once however often it is sent, and the day after it is the office’s turn', async () => {
  const { phone, first, goOn } = await aPhone();
  const visit = phone.visit(first, { note: 'Lupa PIN' });
  const answers = await Promise.all([phone.results([visit]), phone.results([visit, visit]), phone.results([visit])]);
  expect(answers.flat().map(({ result }) => result)).toEqual(['recorded', 'recorded', 'recorded', 'recorded']);
  expect(await decisionOf(first)).toEqual([{ finding: 'pin_forgotten' }]);
  const [kept] = await scene.api.database.query<{ writtenAt: Date; sentAt: Date; receivedAt: Date }[]>(
    'select written_at as "writtenAt", sent_at as "sentAt", received_at as "receivedAt" from field_operation where id = $1',
    [visit.id],
  );
  expect(kept?.writtenAt.toISOString()).toBe(visit.writtenAt);
  await goOn();
  expect((await phone.person.get(`/cases/${first.id}`)).body).toMatchObject({ state: 'to_decide' });
});

test('one item that nobody can use stops no other, and each is answer what to do', async () => {
  const { phone, mine } = await aPhone(6);
  const [one, two, three, four, five, six] = mine;
  if (!one || !two || !three || !four || !five || !six) throw new Error('six cases');
  const results = await phone.results([
    { nonsense: true },
    'not even an object',
    phone.visit(one, { visitedOn: ['2098-01-01'] }),
    phone.visit(two, { visitedOn: ['2019-01-01'] }),
    phone.visit(three, { finding: 'no_longer_poor' }),
    phone.visit(four, { finding: 'abducted' }),
    phone.visit({ ...five, id: randomUUID() }),
    { ...phone.visit(five), writtenAt: new Date(Date.now() + 86_400_000).toISOString() },
    phone.visit(six),
  ]);
  expect(results.map(({ result, code }) => code ?? result)).toEqual([
    ...['FIELD_ITEM_INVALID', 'FIELD_ITEM_INVALID', 'VISIT_IN_FUTURE', 'VISIT_BEFORE_CASE', 'CASE_EVIDENCE_MISSING'],
    ...['FINDING_UNKNOWN', 'CASE_UNKNOWN', 'FIELD_WRITTEN_LATER', 'recorded'],
  ]);
  expect(results[2]?.message).toContain('2098-01-01 belum tiba');
  const rows = await scene.api.database.query<{ id: string }[]>('select id from field_operation where case_id = $1', [
    one.id,
  ]);
  expect(rows).toEqual([]);
});

test('what was refused may be mended and sent under its own id; what was recorded stands for nothing else', async () => {
  const { phone, first } = await aPhone();
  const visit = phone.visit(first, { visitedOn: ['2098-01-01'] });
  expect((await phone.results([visit]))[0]).toMatchObject({ code: 'VISIT_IN_FUTURE' });
  const mended = { ...visit, visitedOn: [phone.lease.today] };
  expect((await phone.results([mended]))[0]).toMatchObject({ result: 'recorded' });
  expect((await phone.results([{ ...mended, note: 'lain' }]))[0]).toMatchObject({ code: 'FIELD_ITEM_REUSED' });
});

test('a photo is beside the visit before the visit stands; what is no image, or too large, is refused', async () => {
  const { phone, first } = await aPhone();
  const sha256 = createHash('sha256').update(PNG).digest('hex');
  const visit = phone.visit(first, { finding: 'card_damaged', photos: [sha256] });
  expect((await phone.results([visit]))[0]).toMatchObject({ code: 'FIELD_PHOTO_MISSING' });
  const path = `/tasks/${first.taskId}/attachments`;
  expect(await phone.person.upload(path, 'no image', 'foto.jpg')).toMatchObject({ code: 'ATTACHMENT_TYPE' });
  const large = Buffer.concat([PNG, Buffer.alloc(50_000_000)]);
  expect(await phone.person.upload(path, large, 'foto.png')).toMatchObject({ code: 'ATTACHMENT_TOO_LARGE' });
  expect((await phone.person.upload(path, PNG, 'foto.png')).status).toBe(200);
  expect((await phone.results([visit]))[0]).toMatchObject({ result: 'recorded' });
});

test('a phone whose clock is a day off is refused with both clocks, and nothing is lost', async () => {
  const { phone, first } = await aPhone();
  phone.ahead = 1440;
  const visit = phone.visit(first);
  const answer = await phone.sync([visit]);
  expect(answer).toMatchObject({ status: 422, code: 'FIELD_CLOCK_WRONG' });
  expect(answer.detail).toContain('melenceng 1440 menit');
  expect(await phone.download()).toMatchObject({ code: 'FIELD_CLOCK_WRONG' });
  phone.ahead = 0;
  expect((await phone.results([visit]))[0]).toMatchObject({ code: 'FIELD_WRITTEN_LATER' });
  expect((await phone.results([{ ...visit, writtenAt: phone.now }]))[0]).toMatchObject({ result: 'recorded' });
});

test('two phones at one case: both versions are kept, and the second is given up or kept', async () => {
  const { phone, first, goOn } = await aPhone();
  const other = new FieldPhone(phone.person);
  await other.download();
  expect((await phone.results([phone.visit(first)]))[0]).toMatchObject({ result: 'recorded' });
  const second = other.visit(first, { finding: 'card_lost', note: 'Hilang di pasar' });
  const [answer] = await other.results([second]);
  expect(answer).toMatchObject({ result: 'conflict', code: 'FIELD_SECOND_VERSION' });
  expect(answer?.conflict).toMatchObject({
    ...{ state: 'open', isOwn: true, mine: { finding: 'card_lost', note: 'Hilang di pasar' } },
    ...{ theirs: { finding: 'pin_forgotten' }, visit: null },
  });
  expect((await other.results([second]))[0]).toMatchObject({ result: 'conflict' });
  await goOn();

  const path = `/field/conflicts/${second.id}/settle`;
  expect((await other.act(path, { choice: 'mine' })).body).toMatchObject({ state: 'kept' });
  const operator = await scene.person('dinsos.operator');
  expect((await operator.get(`/field/conflicts?caseId=${first.id}`)).body).toMatchObject([
    { state: 'kept', isOwn: false, mine: { finding: 'card_lost' }, theirs: { finding: 'pin_forgotten' } },
  ]);
  const { rows } = (await operator.get('/notifications?limit=50')).body as { rows: { kind: string }[] };
  expect(rows.map(({ kind }) => kind)).toContain('field.version-kept');

  const [decide] = await scene.api.database.query<{ id: string; hash: string }[]>(
    `select id, artefact_hash as hash from task where subject_id = $1 and kind = 'follow-up.decide'`,
    [first.id],
  );
  const back = {
    outcome: 'returned',
    returnTo: 'follow-up',
    artefactHash: decide?.hash,
    reason: 'Pakai catatan kedua',
  };
  expect(await operator.post(`/tasks/${decide?.id}/decide`, back)).toMatchObject({ status: 200 });
  await goOn();
  expect((await other.act(path, { choice: 'mine' })).body).toMatchObject({ state: 'recorded' });
  expect((await other.act(path, { choice: 'mine' })).body).toMatchObject({ state: 'recorded' });
  await goOn();
  expect((await other.person.get(`/cases/${first.id}`)).body).toMatchObject({ finding: 'card_lost', round: 2 });
  expect(await other.act(path, { choice: 'theirs' })).toMatchObject({ status: 409, code: 'FIELD_CONFLICT_SETTLED' });
});

test('a version is given up by who wrote it, and by nobody else; what presses a family is for who decides it', async () => {
  const { phone, first } = await aPhone();
  await phone.results([phone.visit(first)]);
  const second = phone.visit(first, { finding: 'card_held_by_other', note: 'Dipegang tetangga' });
  const [answer] = await phone.results([second]);
  expect(answer?.conflict?.mine).toMatchObject({ finding: 'restricted', note: null });
  const operator = await scene.person('dinsos.operator');
  expect(JSON.stringify((await operator.get(`/field/conflicts?caseId=${first.id}`)).body)).not.toContain('tetangga');
  const head = await scene.person('dinsos.kepala');
  expect((await head.get(`/field/conflicts?caseId=${first.id}`)).body).toMatchObject([
    { mine: { finding: 'card_held_by_other', note: 'Dipegang tetangga' } },
  ]);
  const stranger = new FieldPhone(await scene.person('tksk.bekasi-timur'));
  const path = `/field/conflicts/${second.id}/settle`;
  expect(await stranger.act(path, { choice: 'theirs' })).toMatchObject({ code: 'FIELD_CONFLICT_UNKNOWN' });
  expect((await phone.act(path, { choice: 'theirs' })).body).toMatchObject({ state: 'theirs' });
  expect(await decisionOf(first)).toEqual([{ finding: 'pin_forgotten' }]);
});
