import { rowOf } from '#persistence';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const PDF = Buffer.from('%PDF-1.7\nA made-up berita acara of family KPM-00412');
const task = () => scene.task('endorsement.lurah', { subjectType: 'roster' });
const attach = async (who: string, taskId: string, content: Buffer, name = 'berita acara.pdf') =>
  (await scene.person(who)).upload(`/tasks/${taskId}/attachments`, content, name);

interface Page {
  readonly events: readonly { readonly attachment: { readonly id: string; readonly name: string } | null }[];
}

test('a paper laid beside a task is read by whoever sees it, and is unreadable in the database', async () => {
  const taskId = await task();
  const first = await attach('lurah.kranji', taskId, PDF);
  const again = await attach('lurah.kranji', taskId, PDF, 'the same again.pdf');
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  const page = (await (await scene.person('camat.bekasi-barat')).get(`/tasks/${taskId}`)).body as Page;
  expect(page.events.map(({ attachment }) => attachment?.name)).toEqual(['berita acara.pdf']);
  const { attachmentId } = first.body as { attachmentId: string };
  const read = await (await scene.person('camat.bekasi-barat')).get(`/tasks/${taskId}/attachments/${attachmentId}`);
  expect(read).toMatchObject({ status: 200, body: PDF.toString() });
  const kept = await rowOf<{ sealed: Buffer }>(
    scene.api.database.manager,
    'select sealed from task_attachment where id = $1',
    [attachmentId],
  );
  expect(kept?.sealed.includes(Buffer.from('berita acara of family'))).toBe(false);
});

test('refused: what is no paper or photo whatever its name, what is too large, what is empty', async () => {
  const taskId = await task();
  const refused = async (content: Buffer, name = 'paper.pdf') =>
    (await attach('lurah.kranji', taskId, content, name)).code;
  expect(await refused(Buffer.from('PK\u0003\u0004 a workbook with formulas'))).toBe('ATTACHMENT_TYPE');
  expect(await refused(Buffer.from('<html><script>'))).toBe('ATTACHMENT_TYPE');
  expect(await refused(Buffer.concat([PDF, Buffer.alloc(10_000_001)]))).toBe('ATTACHMENT_TOO_LARGE');
  expect(await refused(Buffer.alloc(0))).toBe('FILE_EMPTY');
});

test('who does not see the task neither lays anything beside it nor reads what lies there', async () => {
  const taskId = await task();
  const { attachmentId } = (await attach('lurah.kranji', taskId, PDF)).body as { attachmentId: string };
  expect((await attach('lurah.bintara', taskId, PDF)).code).toBe('TASK_UNKNOWN');
  const stranger = await scene.person('lurah.bintara');
  expect((await stranger.get(`/tasks/${taskId}/attachments/${attachmentId}`)).code).toBe('TASK_UNKNOWN');
  const other = await task();
  const own = await scene.person('lurah.kranji');
  expect((await own.get(`/tasks/${other}/attachments/${attachmentId}`)).code).toBe('ATTACHMENT_UNKNOWN');
});
