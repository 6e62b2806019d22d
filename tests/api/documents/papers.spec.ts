import PDFParser from 'pdf2json';
import { DecreeRepository, inTransaction, PaymentOrderRepository } from '#persistence';
import { aDecree, anOrder } from '../../support/factories/orders.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

async function paper(username: string, path: string): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(`${scene.api.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${await scene.api.token(username)}` },
  });
  const body = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type');
  return { status: response.status, type, text: response.ok ? await textOf(body) : '' };
}

/** What a reader of the printed page reads, as one text. */
async function textOf(pdf: Buffer): Promise<string> {
  const parser = new PDFParser(null, true);
  const text = await new Promise<string>((resolve, reject) => {
    parser.on('pdfParser_dataReady', () => {
      resolve(parser.getRawTextContent());
    });
    parser.on('pdfParser_dataError', (error) => {
      reject(error instanceof Error ? error : error.parserError);
    });
    parser.parseBuffer(pdf);
  });
  return text.replaceAll(/\s+/g, ' ');
}

async function signed(made: Awaited<ReturnType<typeof aDecree>>, hash: string): Promise<void> {
  for (const [kind, role] of [
    ['closing.set', 'ppk'],
    ['closing.ratify', 'kpa'],
  ] as const) {
    const about = { kind, subjectId: made.decreeId, subjectType: 'decree', artefactHash: hash } as const;
    const { taskId } = await openTask(scene.api.database, aNewTask(made, about));
    await decideTask(scene.api.database, taskId, await anOfficer(scene.api.database.manager, role), {
      artefactHash: hash,
    });
  }
}

const hashOf = async (decreeId: string): Promise<string> =>
  (await new DecreeRepository(scene.api.database.manager).find(decreeId)).listHash;

test('a decree is a paper with its sums in figures and words; unsigned it is a draft with blanks', async () => {
  const made = await aDecree(scene.api.database, 3);
  const { status, type, text } = await paper('ppk', `/decrees/${made.decreeId}/pdf`);
  expect(status).toBe(200);
  expect(type).toBe('application/pdf');
  expect(text).toContain('PENETAPAN KELUARGA PENERIMA MANFAAT PROGRAM SEMBAKO');
  expect(text).toContain('3 Keluarga Penerima Manfaat');
  expect(text).toContain('Rp1.200.000,00 (satu juta dua ratus ribu rupiah)');
  expect(text).toContain(await hashOf(made.decreeId));
  expect(text).toContain('Draf: isi ini belum ditandatangani seluruhnya.');
  expect(text).not.toContain('ditandatangani secara elektronik');
});

test('signed by PPK and KPA it carries both, and whoever holds it finds them by its hash without a session', async () => {
  const made = await aDecree(scene.api.database, 3);
  const hash = await hashOf(made.decreeId);
  const lookUp = async (text: string) => {
    const response = await fetch(`${scene.api.url}/api/v1/papers/${text}`);
    return {
      status: response.status,
      body: (await response.json()) as { signatures: Record<string, unknown>[]; letters: unknown[] },
    };
  };
  expect(await lookUp(hash)).toEqual({ status: 200, body: { hash, signatures: [], letters: [], assignments: [] } });

  await signed(made, hash);
  const { text } = await paper('ppk', `/decrees/${made.decreeId}/pdf`);
  expect(text.match(/ditandatangani secara elektronik/g)).toHaveLength(2);
  expect(text).not.toContain('Draf: isi ini');
  const found = await lookUp(hash.toUpperCase());
  expect(found.body.signatures.map(({ kind }) => kind)).toEqual(['closing.ratify', 'closing.set']);
  expect(Object.keys(found.body.signatures[0] ?? {}).sort()).toEqual([
    'amountRupiah',
    'decidedAt',
    'families',
    'kind',
    'months',
    'outcome',
    'programme',
    'role',
    'stage',
    'territoryCode',
    'territoryName',
  ]);
});

test('signatures over an earlier list are not printed under a later one', async () => {
  const made = await aDecree(scene.api.database, 3);
  await signed(made, 'f'.repeat(64));
  const { text } = await paper('kpa', `/decrees/${made.decreeId}/pdf`);
  expect(text).toContain('Draf: isi ini');
  expect(text).not.toContain('ditandatangani secara elektronik');
});

test.each(['nothing', 'a'.repeat(63), `${'a'.repeat(63)}g`, `${'a'.repeat(64)}%00`])('%s is no hash', async (text) => {
  expect((await fetch(`${scene.api.url}/api/v1/papers/${text}`)).status).toBe(400);
});

test.each([
  ['spp', 'SURAT PERMINTAAN PEMBAYARAN'],
  ['spm', 'SURAT PERINTAH MEMBAYAR'],
  ['si', 'SURAT PERINTAH PEMINDAHBUKUAN'],
] as const)(
  'the paper %s of an order says what is paid, and leaves the treasury’s numbers blank',
  async (kind, title) => {
    const { order } = await anOrder(scene.api.database, 2);
    const { status, text } = await paper('bendahara', `/orders/${order.id}/papers/${kind}`);
    expect(status).toBe(200);
    expect(text).toContain(title);
    expect(text).toContain('Rp800.000,00 (delapan ratus ribu rupiah)');
    expect(text).toMatch(/Nomor SP2D ?: ?\.{10}/);
    if (kind === 'si') expect(text).toContain(`${order.messageId}.pain001.xml`);
  },
);

test('an order to the post office says so, and whom it asks to pay out', async () => {
  const { order } = await anOrder(scene.api.database, 2, { channel: 'post' });
  expect((await paper('bendahara', `/orders/${order.id}/papers/spm`)).text).toMatch(
    /Cara salur ?: ?Tunai di kantor pos/,
  );
  const { text } = await paper('bendahara', `/orders/${order.id}/papers/si`);
  expect(text).toContain('Pimpinan Kantor Pos Penyalur');
  expect(text).toContain('dibayarkan tunai');
});

test('an order to new accounts says how many', async () => {
  const { order } = await anOrder(scene.api.database, 2);
  await scene.sql('alter table entitlement disable trigger decreed_stays');
  await scene.sql(
    `update entitlement set payee_sealed = 'x' where id = (select min(id) from entitlement where order_id = $1)`,
    [order.id],
  );
  await scene.sql('alter table entitlement enable trigger decreed_stays');
  await scene.sql('update payment_order set reissues_id = id where id = $1', [order.id]);
  expect((await new PaymentOrderRepository(scene.api.database.manager).find(order.id)).newAccounts).toBe(1);
  expect((await paper('bendahara', `/orders/${order.id}/papers/spm`)).text).toMatch(/Ke rekening baru ?: ?1 KPM/);
});

test('minutes of a kelurahan count its families; another place, and a reader of another, see none', async () => {
  const { decreeId } = await aDecree(scene.api.database, 3);
  const { rosterId } = await inTransaction(scene.api.database, (manager) =>
    new DecreeRepository(manager).find(decreeId),
  );
  const rows = await scene.sql('select kelurahan_code as code from roster_row where roster_id = $1 limit 1', [
    rosterId,
  ]);
  const { code } = rows as { code: string };
  const { status, text } = await paper('dinsos.operator', `/rosters/${rosterId}/minutes/${code}`);
  expect(status).toBe(200);
  expect(text).toContain('BERITA ACARA MUSYAWARAH KELURAHAN');
  expect(text).toMatch(/JUMLAH DAFTAR ?\d/);
  expect((await paper('dinsos.operator', `/rosters/${rosterId}/minutes/32.76.01.1001`)).status).toBe(404);
  const other = code === KRANJI ? '32.75.02.1001' : code;
  expect((await paper('lurah.kranji', `/rosters/${rosterId}/minutes/${other}`)).status).toBe(404);
});

test('papers of money are not for the field', async () => {
  const { order, decreeId } = await anOrder(scene.api.database, 2);
  for (const path of [`/decrees/${decreeId}/pdf`, `/orders/${order.id}/papers/spm`]) {
    expect((await paper('lurah.kranji', path)).status).toBe(403);
  }
  expect((await paper('ppk', `/orders/${order.id}/papers/kuitansi`)).status).toBe(400);
});
