import { PersonVault, type PersonalData, rowsOf } from '#persistence';
import { matched, openDoubts } from '../../support/factories/doubts.js';
import { aRoster, aRow } from '../../support/factories/rosters.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
let vault: PersonVault;
beforeAll(async () => {
  scene = await aScene();
  const keyOf = (name: string): Buffer => Buffer.from(process.env[name] ?? '', 'base64');
  vault = new PersonVault({ dataKey: keyOf('AMANAH_DATA_KEY'), indexKey: keyOf('AMANAH_INDEX_KEY') });
}, 60_000);
afterAll(() => scene.api.stop());

const NIK = '3275024101800001';
const person: PersonalData = {
  ...{ nik: NIK, kk: '3275020101800009', fullName: 'SITI CONTOH', birthPlace: 'BEKASI', birthDate: '1980-01-01' },
  ...{ motherName: 'IBU CONTOH', address: 'JL. CONTOH 1', rt: '001', rw: '002', accountNumber: '0011223344' },
};
const explanation = 'KTP asli dilihat di kelurahan 9 Maret';
const codeOf = ({ body }: { readonly body: unknown }): unknown => (body as { code?: unknown }).code;

interface DoubtView {
  readonly id: string;
  readonly rowId: string;
  readonly decision: string | null;
}

/** A list with two doubted families, one of Kranji and one of another kelurahan, and the task to decide on them. */
async function aDoubtedList() {
  const period = await aPeriod(scene.api.database.manager);
  const rows = [
    aRow(1, { kelurahanCode: KRANJI, sealed: vault.seal(person), kkHash: vault.indexOf(person.kk) }),
    aRow(2, { kelurahanCode: '32.75.03.1001', sealed: vault.seal(person) }),
  ];
  const rosterId = await aRoster(scene.api.database, period, rows);
  const registry = { kk: person.kk, fullName: 'SITI CONTOK', remark: 'TIDAK PADAN' };
  const sealed = vault.sealBytes(Buffer.from(JSON.stringify(registry)));
  await matched(scene.api.database, rosterId, [
    [rows[0], 'not_matched', sealed],
    [rows[1], 'no_document'],
  ]);
  await openDoubts(scene.api.database, rosterId);
  const about = { subjectType: 'roster', subjectId: rosterId, chainKey: `doubts:${rosterId}:1` } as const;
  const taskId = await scene.task('doubts.propose', { ...about, periodId: period.periodId });
  const operator = await scene.person('dinsos.operator');
  const doubts = async (username = 'dinsos.operator', query = '') => {
    const { body } = await (await scene.person(username)).get(`/rosters/${rosterId}/doubts?limit=50${query}`);
    return (body as { rows: DoubtView[] }).rows;
  };
  const decide = async (more: Record<string, unknown> = {}) =>
    operator.post(`/tasks/${taskId}/doubts`, {
      decisions: (await doubts()).map(({ id }) => ({ doubtId: id, decision: 'cleared', explanation, ...more })),
    });
  return { rosterId, taskId, operator, doubts, decide };
}

test('the city sees how alike the records are, and nobody sees what they hold', async () => {
  const { rosterId, operator } = await aDoubtedList();
  const { status, body } = await operator.get(`/rosters/${rosterId}/doubts`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    counts: [{ kind: 'identity', decision: null, isSettled: false, families: 2 }],
    rows: [
      {
        ...{ kind: 'identity', basis: 'not_matched', hasOther: true, isToDecide: true, decision: null },
        likeness: [
          { field: 'fullName', likeness: 'near', letters: 1 },
          { field: 'kk', likeness: 'same', letters: 0 },
        ],
      },
      { basis: 'no_document', hasOther: false, likeness: [] },
    ],
  });
  expect(JSON.stringify(body)).not.toMatch(/SITI|CONTOH|3275024101800001|0011223344/);
});

test('a kelurahan sees its own, another city none, and a bank officer may not ask', async () => {
  const { rosterId, doubts } = await aDoubtedList();
  expect(await doubts('operator.kranji')).toHaveLength(1);
  expect(await doubts('dinsos.operator', '&kind=identity&view=undecided')).toHaveLength(2);
  expect(await doubts('dinsos.operator', '&view=settled')).toEqual([]);
  const bank = await (await scene.person('bank')).get(`/rosters/${rosterId}/doubts`);
  expect(bank.status).toBe(403);
});

test('both records are opened side by side for a purpose, and the trail says who did', async () => {
  const { doubts, operator } = await aDoubtedList();
  const [first] = await doubts();
  const opened = await operator.post(`/doubts/${first?.id ?? ''}/reveal`, { purpose: 'Membandingkan ejaan nama' });
  expect(opened).toMatchObject({
    status: 200,
    body: {
      listed: { fullName: 'SITI CONTOH', nik: NIK },
      other: { fullName: 'SITI CONTOK', remark: 'TIDAK PADAN' },
    },
  });
  expect(JSON.stringify(opened.body)).not.toContain('IBU CONTOH');
  const trail = await rowsOf(
    scene.api.database.manager,
    `select details ->> 'purpose' as purpose from audit_entry where action = 'person.revealed' and subject_id = $1`,
    [first?.rowId],
  );
  expect(trail).toEqual([{ purpose: 'Membandingkan ejaan nama' }]);

  const outside = await (
    await scene.person('operator.kranji')
  ).post(`/doubts/${(await doubts())[1]?.id ?? ''}/reveal`, {
    purpose: 'Membandingkan ejaan nama',
  });
  expect([outside.status, codeOf(outside)]).toEqual([404, 'DOUBT_UNKNOWN']);
});

test('a decision is kept with its reason, and the paper has another hash', async () => {
  const { decide, doubts } = await aDoubtedList();
  const first = await decide();
  const second = await decide({ decision: 'unresolved' });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body).toMatchObject({ changed: 2 });
  expect((first.body as { artefactHash: string }).artefactHash).not.toBe(
    (second.body as { artefactHash: string }).artefactHash,
  );
  expect((await doubts()).map(({ decision }) => decision)).toEqual(['unresolved', 'unresolved']);
});

test.each([
  ['a reason that says nothing', { explanation: 'sama' }, 400, 'REQUEST_INVALID'],
  ['a decision that is none', { decision: 'maybe' }, 400, 'REQUEST_INVALID'],
  ['a doubt of another list', { doubtId: '999999999' }, 404, 'DOUBT_UNKNOWN'],
])('%s is refused', async (_what, more, status, code) => {
  const { decide, doubts } = await aDoubtedList();
  const refused = await decide(more);
  expect([refused.status, codeOf(refused)]).toEqual([status, code]);
  expect((await doubts()).map(({ decision }) => decision)).toEqual([null, null]);
});

test('the task can’t be sent while a doubt is undecided, and nobody of another office decides', async () => {
  const { taskId, operator, doubts } = await aDoubtedList();
  const [first] = await doubts();
  const one = { decisions: [{ doubtId: first?.id, decision: 'cleared', explanation }] };
  const head = await (await scene.person('dinsos.kepala')).post(`/tasks/${taskId}/doubts`, one);
  expect(head.status).toBe(403);

  const saved = await operator.post(`/tasks/${taskId}/doubts`, one);
  const { artefactHash } = saved.body as { artefactHash: string };
  const sent = await operator.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash, details: {} });
  expect([sent.status, codeOf(sent)]).toEqual([422, 'DOUBT_UNDECIDED']);
});

test('nobody decides on their own household', async () => {
  const { decide, doubts } = await aDoubtedList();
  const own = (hash: Buffer | null) =>
    scene.sql(`update officer set household_hash = $1 where username = 'dinsos.operator'`, [hash]);
  await own(vault.indexOf(person.kk));
  const refused = await decide();
  await own(null);
  expect([refused.status, codeOf(refused)]).toEqual([403, 'DOUBT_OWN_HOUSEHOLD']);
  expect((await doubts()).map(({ decision }) => decision)).toEqual([null, null]);
});
