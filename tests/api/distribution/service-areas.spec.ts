import type { Person } from '../../support/factories/api-client.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let officer: Person;
let kpa: Person;
beforeAll(async () => {
  scene = await aScene();
  officer = await scene.person('program');
  kpa = await scene.person('kpa');
}, 60_000);
afterAll(() => scene.api.stop());

interface Listed {
  readonly today: string;
  readonly mailboxes: readonly string[];
  readonly areas: readonly { id: string; isOwnProposal: boolean; state: string; territoryName: string }[];
}

const listed = async (person = officer): Promise<Listed> => (await person.get('/service-areas')).body as Listed;
const anArea = async (more: Record<string, unknown> = {}) => ({
  ...{ programme: 'sembako', channel: 'card', territoryCode: '32.76', validFrom: (await listed()).today },
  ...{ serviceName: 'Bank Mandiri', bankCode: '008', payerName: 'RPL BANSOS', payerAccount: '0099887766' },
  ...{ mailbox: 'bank', paper: 'PKS 12/2023' },
  ...more,
});

test('a bank is proposed for a city, confirmed by another person, and read by those who may see rules', async () => {
  const body = await anArea();
  const proposed = await officer.post('/service-areas', body, { key: 'mandiri' });
  expect(proposed.status).toBe(201);
  expect(await officer.post('/service-areas', body, { key: 'mandiri' })).toEqual(proposed);
  const { id } = proposed.body as { id: string };
  expect((await listed()).areas.find((area) => area.id === id)).toMatchObject({
    ...{ isOwnProposal: true, state: 'proposed', territoryName: 'Kota Depok' },
  });
  expect(JSON.stringify((await kpa.get('/notifications')).body)).toContain('service-area.proposed');
  expect((await kpa.post(`/service-areas/${id}/confirm`)).status).toBe(204);
  const seen = await listed(await scene.person('walikota'));
  expect(seen.areas.find((area) => area.id === id)).toMatchObject({ isOwnProposal: false, state: 'adopted' });
});

test.each([
  ['a kecamatan', { territoryCode: '32.75.02' }, 400, ''],
  ['an account with letters', { payerAccount: 'ABC1234567' }, 400, ''],
  ['a bank without a clearing code', { bankCode: '8' }, 400, ''],
  ['a day that has passed', { validFrom: '2020-01-01' }, 422, 'SERVICE_AREA_DATE'],
  ['a connection that is not there', { mailbox: 'btn' }, 404, 'MAILBOX_UNKNOWN'],
  ['a city that is not there', { territoryCode: '32.99' }, 404, 'TERRITORY_UNKNOWN'],
])('%s is refused', async (_name, more, status, code) => {
  const refused = await officer.post('/service-areas', await anArea(more));
  expect(refused.status).toBe(status);
  if (status !== 400) expect(refused.code).toBe(code);
});

test('who may not propose, confirm or read is refused', async () => {
  const { body } = await officer.post('/service-areas', await anArea({ channel: 'post' }));
  const { id } = body as { id: string };
  for (const act of ['confirm', 'refuse'])
    expect((await officer.post(`/service-areas/${id}/${act}`, { reason: 'because' })).status).toBe(403);
  expect((await (await scene.person('bendahara')).post('/service-areas', await anArea())).status).toBe(403);
  expect((await (await scene.person('tksk.bekasi-barat')).get('/service-areas')).status).toBe(403);
  expect((await kpa.post(`/service-areas/${id}/refuse`, { reason: 'no agreement yet' })).status).toBe(204);
  expect((await officer.post(`/service-areas/${id}/withdraw`)).code).toBe('SERVICE_AREA_DECIDED');
});
