import { randomUUID } from 'node:crypto';
import { aScene, type Scene } from '../../api/support/scene.js';

const HUGE = '99999999999999999999';
const NUL = 'a\u0000b';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Sent {
  readonly who?: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: string;
}

async function statusOf(path: string, { who = 'operator.kranji', method = 'POST', body }: Sent = {}): Promise<number> {
  const headers = {
    authorization: `Bearer ${await scene.api.token(who)}`,
    'idempotency-key': randomUUID(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const given = body === undefined ? {} : { body };
  const answer = await fetch(`${scene.api.url}/api/v1${path}`, { method, headers, ...given });
  return answer.status;
}

const refused = (status: number): boolean => status >= 400 && status < 500;

test('a number that no column holds and a text that no column takes are wrong requests, wherever they come in', async () => {
  const taskId = await scene.task('verification.complete', { subjectType: 'roster' });
  const cases: [string, Sent][] = [
    ['/auth/sign-in', { body: JSON.stringify({ username: NUL, password: 'x' }) }],
    ['/auth/activate', { body: JSON.stringify({ username: NUL, code: 'x', password: 'a long enough password' }) }],
    [`/families/${HUGE}/reveal`, { body: JSON.stringify({ purpose: 'verification' }) }],
    ['/families/search', { body: JSON.stringify({ text: 'Siti', purpose: NUL + NUL }) }],
    ['/families/search', { body: JSON.stringify({ kelurahanCode: NUL, purpose: 'verification' }) }],
    [`/families/${HUGE}`, { method: 'GET' }],
    [`/tasks/${taskId}/verdicts`, { body: JSON.stringify({ verdicts: [{ rowId: HUGE, verdict: 'eligible' }] }) }],
    [`/tasks/${taskId}/comments`, { body: JSON.stringify({ text: NUL, reason: NUL }) }],
    ['/inbox-filters', { method: 'PUT', body: JSON.stringify({ name: NUL, filter: {} }) }],
    ['/audit/entries?subjectId=%00', { who: 'auditor', method: 'GET' }],
    [
      `/audit/entries?cursor=${Buffer.from(JSON.stringify({ id: HUGE })).toString('base64url')}`,
      { who: 'auditor', method: 'GET' },
    ],
    ['/organisation/officers?search=%00', { who: 'ppk', method: 'GET' }],
    ['/organisation/officers?limit=1000000000', { who: 'ppk', method: 'GET' }],
    ['/tasks?limit=1e9', { method: 'GET' }],
    ['/tasks?cursor=%00', { method: 'GET' }],
    [`/periods/${scene.period.periodId}/entitlements?territoryCode=%00`, { who: 'ppk', method: 'GET' }],
    ['/calendar?month=0000-01', { method: 'GET' }],
    [`/notifications/read`, { body: JSON.stringify({ ids: [HUGE] }) }],
    [`/notifications/read`, { body: JSON.stringify({ upTo: HUGE }) }],
  ];
  for (const [path, sent] of cases) {
    const status = await statusOf(path, sent);
    expect([path, sent.body ?? '', status, refused(status)]).toEqual([path, sent.body ?? '', status, true]);
  }
});

test('JSON as deep as it is long is refused, and so is what is longer than its route takes', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  expect(refused(await statusOf('/tasks/bulk/claim', { body: deep }))).toBe(true);
  expect(refused(await statusOf('/families/search', { body: `{"text":${deep}}` }))).toBe(true);
  const long = (kilobytes: number): string => JSON.stringify({ text: 'x'.repeat(kilobytes * 1024) });
  expect(await statusOf('/auth/sign-in', { body: long(5) })).toBe(413);
  expect(await statusOf('/delegations', { body: long(300) })).toBe(413);
  expect(await statusOf('/tasks/bulk/claim', { body: long(300) })).toBe(400);
  expect(await statusOf('/tasks/bulk/claim', { body: long(2_100) })).toBe(413);
});

test('a file beside a task that is larger than its route takes is refused by its length, before it is received', async () => {
  const taskId = await scene.task('endorsement.lurah', { subjectType: 'roster' });
  const lurah = await scene.person('lurah.kranji');
  const answer = await lurah.upload(`/tasks/${taskId}/attachments`, Buffer.alloc(30_000_000, '%PDF-1.7'), 'x.pdf');
  expect(answer).toMatchObject({ status: 413, code: 'ATTACHMENT_TOO_LARGE' });
});
