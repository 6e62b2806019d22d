import { aScene, type Scene } from '../../api/support/scene.js';

let scene: Scene;
let taskId: string;
let attachmentId: string;
beforeAll(async () => {
  scene = await aScene();
  taskId = await scene.task('endorsement.lurah', { subjectType: 'roster' });
  const lurah = await scene.person('lurah.kranji');
  const paper = Buffer.from('%PDF-1.7\nA made-up family card');
  const { body } = await lurah.upload(`/tasks/${taskId}/attachments`, paper, 'kartu keluarga.pdf');
  attachmentId = (body as { attachmentId: string }).attachmentId;
}, 60_000);
afterAll(() => scene.api.stop());

const namesSeenBy = async (who: string): Promise<unknown[]> => {
  const { body } = await (await scene.person(who)).get(`/tasks/${taskId}`);
  const { events } = body as { events: { attachment: { name: string } | null }[] };
  return events.map(({ attachment }) => attachment?.name);
};

const download = async (who: string) => (await scene.person(who)).get(`/tasks/${taskId}/attachments/${attachmentId}`);

test.each(['lurah.kranji', 'camat.bekasi-barat', 'dinsos.kepala', 'ppk', 'auditor'])(
  '%s, who works on the families, reads a family’s paper',
  async (who) => {
    expect((await download(who)).status).toBe(200);
    expect(await namesSeenBy(who)).toEqual(['kartu keluarga.pdf']);
  },
);

test.each(['bank', 'provinsi'])('%s sees the task, and neither the paper nor its name', async (who) => {
  expect(await download(who)).toMatchObject({ status: 403, code: 'PAPERS_NOT_YOURS' });
  expect(await namesSeenBy(who)).toEqual([]);
});

test('a post elsewhere that reads papers opens none here', async () => {
  const { api } = scene;
  await api.database.query(
    `insert into appointment (officer_id, office_id, role, valid_from)
     select o.id, a.office_id, 'lurah', '2023-01-01' from officer o, appointment a join officer l on l.id = a.officer_id
      where o.username = 'provinsi' and l.username = 'lurah.bintara' and a.role = 'lurah'`,
  );
  expect(await download('provinsi')).toMatchObject({ status: 403, code: 'PAPERS_NOT_YOURS' });
});

test('every reading is in the trail', async () => {
  await download('camat.bekasi-barat');
  const read = await scene.sql(
    `select o.username from audit_entry a join officer o on o.id = a.officer_id
      where a.action = 'task.attachment_read' and a.subject_id = $1 and o.username = 'camat.bekasi-barat'`,
    [taskId],
  );
  expect(read).toEqual({ username: 'camat.bekasi-barat' });
});
