import { randomUUID } from 'node:crypto';
import { aProof } from '../support/proof-of-work.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Taken {
  readonly id?: string;
  readonly number: string;
  readonly secret: string;
}

const form = (more: object = {}) => ({
  ...{ submissionKey: randomUUID(), kind: 'not_received', cityCode: '32.75', text: 'Uang bulan ini belum masuk.' },
  ...more,
});

async function send(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${scene.api.url}/api/v1/public/complaints${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const submit = async (more: object = {}) => send('', form({ proof: await aProof(scene.api.url), ...more }));

test('a citizen complains without a session, follows by number and secret, and nobody does by number alone', async () => {
  const body = form({ proof: await aProof(scene.api.url), phone: '0812-1111-2222' });
  const { status, body: taken } = await send('', body);
  expect(status).toBe(201);
  const held = taken as unknown as Taken;
  expect(held.number).toMatch(/^32\.75-\d\d-\d{6}$/);
  // The same work twice is none; the same form with work of its own finds the first.
  expect((await send('', body)).body).toMatchObject({ code: 'PUBLIC_PROOF' });
  expect((await send('', { ...body, proof: await aProof(scene.api.url) })).body).toMatchObject({ number: held.number });

  const { number, secret } = held;
  expect(await send('/follow', { number, secret: secret.toLowerCase() })).toMatchObject({
    ...{ status: 200, body: { stage: 'received', number } },
  });
  const wrong = await send('/follow', { number, secret: 'AAAA-AAAA' });
  const none = await send('/follow', { number: '32.75-23-099999', secret: 'AAAA-AAAA' });
  expect([wrong.status, wrong.body['code']]).toEqual([404, 'COMPLAINT_HELD_UNKNOWN']);
  expect([none.status, none.body['code']]).toEqual([404, 'COMPLAINT_HELD_UNKNOWN']);
});

test('the cities that one can complain in are those of the register, and nothing else', async () => {
  const cities = (await (await fetch(`${scene.api.url}/api/v1/public/complaints/cities`)).json()) as { code: string }[];
  expect(cities.map(({ code }) => code)).toContain('32.75');
  for (const { code } of cities) expect(code).toMatch(/^\d\d\.\d\d$/);
});

const NOT_NAMED = ['dinsos.operator', 'tksk.bekasi-barat', 'lurah.kranji'] as const;

test.each([
  ['extortion', 'dinsos.kepala', [...NOT_NAMED, 'program']],
  ['leadership', 'walikota', [...NOT_NAMED, 'dinsos.kepala']],
])(
  'a complaint of the kind %s is in no list, page, number search or act of who is not named for it',
  async (kind, named, others) => {
    const { body: taken } = await submit({ kind });
    const { number } = taken as unknown as Taken;
    const reader = await scene.person(named);
    const found = (await reader.get(`/complaints?text=${number}`)).body as { rows: { id: string }[] };
    const id = found.rows[0]?.id ?? '';
    expect((await reader.get(`/complaints/${id}`)).status).toBe(200);
    for (const username of others) {
      const other = await scene.person(username);
      expect((await other.get('/complaints')).body).not.toMatchObject({ rows: [{ number }] });
      expect(JSON.stringify((await other.get('/complaints')).body)).not.toContain(number);
      expect((await other.get(`/complaints?text=${number}`)).body).toMatchObject({ rows: [] });
      expect((await other.get(`/complaints/${id}`)).status).toBe(404);
      expect((await other.post(`/complaints/${id}/open`, { purpose: 'ingin tahu saja' })).status).toBe(404);
      expect(JSON.stringify((await other.get('/notifications')).body)).not.toContain(number);
      expect((await wholeList(scene, '/complaints/xlsx', username)).flat()).not.toContain(number);
    }
    expect((await (await scene.person('dinsos.operator')).post(`/complaints/${id}/take`)).status).toBe(404);
  },
);

test('a clerk takes a walk-in, answers it, and the story says so; contact is opened with a purpose', async () => {
  const clerk = await scene.person('dinsos.operator');
  const walkIn = { kind: 'goods', territoryCode: KRANJI, channel: 'walk_in', text: 'Beras di warung berkutu.' };
  const made = await clerk.post('/complaints', { ...walkIn, name: 'Ibu Sari', phone: '081211112222' });
  expect(made.status).toBe(201);
  const { id, number, secret } = made.body as Required<Taken>;
  expect((await clerk.post(`/complaints/${id}/take`)).status).toBe(204);
  const page = await clerk.get(`/complaints/${id}`);
  expect(page.body).toMatchObject({ number, state: 'in_work', text: walkIn.text, acts: ['answer', 'wait', 'merge'] });
  expect(JSON.stringify(page.body)).not.toContain('Ibu Sari');
  expect((await clerk.post(`/complaints/${id}/open`, { purpose: 'menelepon pelapor' })).body).toMatchObject({
    name: 'Ibu Sari',
  });
  const answer = { outcome: 'granted', text: 'Beras diganti hari ini juga.' };
  expect((await clerk.post(`/complaints/${id}/answer`, answer)).status).toBe(204);
  expect(await clerk.post(`/complaints/${id}/answer`, answer)).toMatchObject({ body: { code: 'COMPLAINT_STATE' } });
  expect((await send('/follow', { number, secret })).body).toMatchObject({ stage: 'answered', answer: answer.text });
  const elsewhere = await clerk.post('/complaints', { ...walkIn, territoryCode: '31.71' });
  expect(elsewhere.body).toMatchObject({ code: 'COMPLAINT_PLACE' });
});

test.each([
  ['a NIK that is none', { nik: '12345' }, 'COMPLAINT_NIK'],
  ['a NIK of a day that is none', { nik: '3275023200900001' }, 'COMPLAINT_NIK'],
  ['a phone that is none', { phone: 'rumah' }, 'COMPLAINT_PHONE'],
  ['a city that there is not', { cityCode: '99.99' }, 'COMPLAINT_PLACE'],
  ['no text', { text: 'x' }, 'REQUEST_INVALID'],
])('%s is refused with what to put right', async (_, wrong, code) => {
  const { body } = await submit(wrong);
  expect(body['code']).toBe(code);
});

test('a list is found by place and handed out whole, in words', async () => {
  const clerk = await scene.person('dinsos.operator');
  const walkIn = {
    kind: 'card_trouble',
    territoryCode: KRANJI,
    channel: 'hotline',
    text: 'PIN kartu lupa sejak lama.',
  };
  const { number } = (await clerk.post('/complaints', walkIn)).body as { number: string };
  const found = (await clerk.get('/complaints?text=kranji&kind=card_trouble')).body as { rows: { number: string }[] };
  expect(found.rows.map((row) => row.number)).toContain(number);
  expect((await clerk.get(`/complaints?text=${number.slice(3, 12)}`)).body).toMatchObject({ rows: [{ number }] });
  expect((await clerk.get('/complaints?text=jakasampurna')).body).toMatchObject({ rows: [] });
  const row = (await wholeList(scene, '/complaints/xlsx?kind=card_trouble', 'dinsos.operator')).find(
    ([one]) => one === number,
  );
  expect(row).toEqual(expect.arrayContaining(['Kranji', 'Diterima', 'Petugas Dinas Sosial']));
  expect(row?.join(' ')).not.toContain('PIN');
});

test('script and formulas are kept as the words they are', async () => {
  const text = '=HYPERLINK("http://x") <script>alert(1)</script>';
  const { body: taken } = await submit({ text });
  const { number } = taken as unknown as Taken;
  const clerk = await scene.person('dinsos.operator');
  const { rows } = (await clerk.get(`/complaints?text=${number}`)).body as { rows: { id: string }[] };
  const { body } = await clerk.get(`/complaints/${rows[0]?.id ?? ''}`);
  expect(body).toMatchObject({ text });
});

async function addPhoto({ number, secret }: Taken, content: Buffer): Promise<{ status: number; code?: string }> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(content)]), 'foto.jpg');
  const headers = { 'x-complaint-number': number, 'x-complaint-secret': secret };
  const response = await fetch(`${scene.api.url}/api/v1/public/complaints/photos`, { method: 'POST', headers, body });
  return { status: response.status, ...(response.status === 204 ? {} : ((await response.json()) as object)) };
}

test('a photo is added, or refused while the complaint stays', async () => {
  const held = (await submit()).body as unknown as Taken;
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);
  expect(await addPhoto(held, png)).toMatchObject({ status: 204 });
  expect(await addPhoto(held, Buffer.from('GIF89a and more'))).toMatchObject({ code: 'COMPLAINT_PHOTO' });
  expect(await addPhoto(held, Buffer.from('%PDF-1.7 and more'))).toMatchObject({ code: 'COMPLAINT_PHOTO' });
  expect(await addPhoto(held, Buffer.alloc(50_000_000, 1))).toMatchObject({ code: 'COMPLAINT_PHOTO_LARGE' });
  expect(await addPhoto({ ...held, secret: 'AAAA-AAAA' }, png)).toMatchObject({ code: 'COMPLAINT_HELD_UNKNOWN' });
  expect((await send('/follow', held)).status).toBe(400);
  expect((await send('/follow', { number: held.number, secret: held.secret })).status).toBe(200);
});

test('forms without work are few from one address, and guesses at a secret end', async () => {
  const { number } = (await submit()).body as unknown as Taken;
  const answers = [];
  for (let sent = 0; sent < 4; sent += 1) answers.push((await send('', form())).status);
  expect(answers).toEqual([201, 201, 429, 429]);
  const guesses = [];
  for (let guess = 0; guess < 12; guess += 1) {
    guesses.push((await send('/follow', { number, secret: `AAAA-AAA${guess % 10}` })).status);
  }
  expect(guesses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 404));
  expect(guesses.slice(10)).toEqual([429, 429]);
});
