import { randomUUID } from 'node:crypto';
import { aScene, type Scene } from '../../api/support/scene.js';
import { Visit } from './a-visit.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Entry {
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const entriesOf = (username: string): Promise<Entry[]> =>
  scene.api.database.query(
    `select a.action, a.subject_id as subject, a.details from audit_entry a join officer o on o.id = a.officer_id
      where o.username = $1 order by a.id`,
    [username],
  );

test('who signs in, fails to, and signs out is in the trail, with the address', async () => {
  const visit = new Visit(scene.api.url);
  await visit.signIn('kpa', 'not the password');
  await visit.signIn('kpa');
  await visit.status('/auth/sign-out', { method: 'POST' });
  const entries = await entriesOf('kpa');
  expect(entries.map(({ action, details }) => [action, details['address']])).toEqual([
    ['session.refused', '127.0.0.1'],
    ['session.started', '127.0.0.1'],
    ['session.ended', '127.0.0.1'],
  ]);
});

test('a burst of guesses is seen and does not fill the trail', async () => {
  const guesses = Array.from({ length: 40 }, (_, at) => new Visit(scene.api.url).signIn('bendahara', `guess ${at}`));
  await Promise.all(guesses);
  const codes = (await entriesOf('bendahara')).map(({ details }) => details['code']);
  expect(codes.sort()).toEqual(['ACCOUNT_LOCKED', ...Array.from({ length: 5 }, () => 'CREDENTIALS_WRONG')].sort());
});

test('what is typed as the name of nobody is not kept: it may be a password', async () => {
  const secret = `my secret ${randomUUID()}`;
  await new Visit(scene.api.url).signIn(secret, 'x');
  const kept = await scene.sql(
    `select count(*) filter (where action = 'session.refused' and officer_id is null) > 0 as "isNoted",
            count(*) filter (where audit_entry::text like '%' || $1 || '%') > 0 as "isKept" from audit_entry`,
    [secret],
  );
  expect(kept).toEqual({ isNoted: true, isKept: false });
});

test('who is refused a right is in the trail, with route, code and address, and a hundred times an hour at most', async () => {
  const visit = new Visit(scene.api.url);
  await visit.signIn('operator.kranji');
  const path = `/audit/entries?subjectId=${randomUUID()}`;
  for (let at = 0; at < 110; at += 1) expect(await visit.status(path)).toBe(403);
  const refused = (await entriesOf('operator.kranji')).filter(({ action }) => action === 'access.refused');
  expect(refused[0]).toEqual({
    action: 'access.refused',
    subject: 'GET /api/v1/audit/entries',
    details: { code: 'POWER_MISSING', address: '127.0.0.1' },
  });
  expect(refused).toHaveLength(100);
});
