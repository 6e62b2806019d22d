import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { browsing } from '../support/browsing.js';
import { casesToVisit, inDatabase } from '../support/field-cases.js';
import { FieldApp } from '../support/field-phone.js';
import { aPhoto } from '../support/a-photo.js';

const amanah = browsing();
const KELURAHAN = '32.75.08.1001';
const FAMILIES = 20;
/** As many as a lease holds at most. */
const MOST_FAMILIES = 500;
const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;
let tksk = '';
let caseIds: readonly string[] = [];

beforeAll(async () => {
  tksk = (await aColleague(amanah.system().databaseUrl, 'tksk', KELURAHAN.slice(0, 8))).username;
  caseIds = await casesToVisit(amanah.system(), FAMILIES, KELURAHAN);
});

/** The next family that no other test of this file takes. */
let taken = 0;
const nextFamily = (): string => `KELUARGA CONTOH ${(taken += 1)}`;

const rows = (sql: string, values: unknown[] = [caseIds]) =>
  inDatabase(amanah.system(), (database) => database.query<Record<string, unknown>[]>(sql, values));

const decisionsOf = (finding: string) =>
  rows(
    `select d.task_id from task_decision d join task t on t.id = d.task_id
      where t.subject_id = any($1::text[]) and d.details ->> 'finding' = $2`,
    [caseIds, finding],
  );

test('killed while it sends: the next start sends what waits, and it is recorded once', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  await phone.find(nextFamily(), 'Alat, jarak', 'Tidak diberi tahu');
  const context = phone.page.context();
  // The server takes it, and the phone dies before it hears so.
  const arrived = new Promise<void>((done) => {
    void context.route('**/field/sync', async (route) => {
      await route.fetch();
      done();
    });
  });
  await phone.save();
  await arrived;
  await phone.page.close();
  await context.unroute('**/field/sync');
  expect(await decisionsOf('not_informed')).toHaveLength(1);

  const page = await context.newPage();
  await page.goto('/field/#/outbox');
  await page.getByLabel('PIN').fill('271828');
  await page.getByRole('button', { name: 'Buka' }).click();
  await page.locator('.tag', { hasText: 'Sudah diterima' }).waitFor();
  expect(await decisionsOf('not_informed')).toHaveLength(1);
  const second = `select id from field_conflict where case_id = any($1::uuid[]) and mine ->> 'finding' = 'not_informed'`;
  expect(await rows(second)).toEqual([]);
});

test('two phones at one family: a story with both notes, settled in three taps', async () => {
  const family = nextFamily();
  const one = await FieldApp.with(amanah, tksk);
  const other = await FieldApp.with(amanah, tksk);
  await one.offline(true);
  await one.find(family, 'Alat, jarak', 'Tidak ada e-warong, atau terlalu jauh');
  await one.save();
  await other.find(family, 'Kartu dan PIN', 'PIN terblokir');
  await other.save();
  await other.says('Sudah diterima');
  await one.offline(false);
  await one.says('Ada dua catatan');

  const { page, visitor } = one;
  visitor.interactions = 0;
  await visitor.press(page.getByRole('link', { name: 'Lihat keduanya' }));
  await page.getByText('PIN terblokir').waitFor();
  await page.getByText('Tidak ada e-warong').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await visitor.press(page.getByRole('button', { name: 'Tetap catatan saya' }));
  await one.says('Ada dua catatan');
  await visitor.press(page.getByRole('link', { name: 'Lihat keduanya' }));
  expect(visitor.interactions).toBeLessThanOrEqual(3);
  await page.getByText('Catatan Anda dipertahankan').waitFor();
  await page.getByRole('button', { name: 'Ikut catatan pertama' }).click();
  await page.getByText('Belum ada catatan.').waitFor();
  expect(await rows(`select state from field_conflict where case_id = any($1::uuid[])`)).toEqual([{ state: 'theirs' }]);
});

test('a clock that is a day off: said with both clocks, and mended in the note', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  const { page } = phone;
  // Nothing is on its way while the clock jumps.
  await phone.offline(true);
  await page.reload();
  await phone.unlock();
  await page.clock.setSystemTime(Date.now() + DAY_MS);
  await phone.find(nextFamily(), 'Kartu dan PIN', 'Lupa PIN');
  await phone.save();
  await phone.offline(false);
  await page.getByText('Jam HP melenceng 1440 menit').waitFor();
  await phone.says('Menunggu sinyal');
  await page.clock.setSystemTime(Date.now());
  await page.getByRole('button', { name: 'Kirim sekarang' }).click();
  await phone.says('Perlu diperbaiki');
  await page.getByRole('link', { name: 'Perbaiki' }).click();
  await page.getByLabel('Hari kunjungan').fill('2023-03-06');
  await phone.save();
  await phone.says('Sudah diterima');
  expect(await decisionsOf('pin_forgotten')).toHaveLength(1);
});

test('a phone that is full says so and keeps what was entered; five hundred cases take five megabytes at most', async () => {
  const busy = await aColleague(amanah.system().databaseUrl, 'tksk', '32.75.09');
  const many = await casesToVisit(amanah.system(), MOST_FAMILIES, '32.75.09.1001');
  const phone = await FieldApp.with(amanah, busy.username);
  const { page } = phone;
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  expect(await page.getByRole('link', { name: /KELUARGA CONTOH/ }).count()).toBe(many.length);
  expect(used).toBeLessThanOrEqual(5 * MEGABYTE);

  await phone.find('KELUARGA CONTOH 1', 'Kartu dan PIN', 'Kartu kedaluwarsa');
  await page.getByLabel('Catatan').fill('Berlaku sampai 2022');
  await page.evaluate(() => {
    const stores = IDBObjectStore.prototype;
    const before = Object.getOwnPropertyDescriptor(stores, 'put') ?? {};
    Object.assign(window, { makePlace: () => void Object.defineProperty(stores, 'put', before) });
    stores.put = () => {
      throw new DOMException('no place is left', 'QuotaExceededError');
    };
  });
  await page.getByLabel('Ambil foto').setInputFiles(await aPhoto(page));
  await page.getByText('Penyimpanan HP penuh').waitFor();
  expect(await page.getByLabel('Catatan').inputValue()).toBe('Berlaku sampai 2022');
  await page.evaluate('makePlace()');
  await page.getByLabel('Ambil foto').setInputFiles(await aPhoto(page));
  await page.getByRole('img').waitFor();
  await phone.save();
  await phone.says('Sudah diterima');
});

test('what is no picture is said to be none', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  await phone.find(nextFamily(), 'Kartu dan PIN', 'Kartu rusak');
  const buffer = Buffer.from('no picture at all');
  await phone.page.getByLabel('Ambil foto').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer });
  await phone.page.getByText('bukan foto yang dapat dibaca').waitFor();
});

test('revoked: names and addresses leave the phone at its next contact, the note stays and goes with the next download', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  const { page } = phone;
  await phone.offline(true);
  await phone.find(nextFamily(), 'Kartu dan PIN', 'Saldo kosong');
  await page.getByLabel('Catatan').fill('Saldo nol di mesin');
  await phone.save();
  const head = await amanah.at('dinsos.kepala', '/field-phones', { width: 1280, language: 'id', scheme: 'light' });
  await head.page.getByRole('row', { name: /Linux/ }).first().waitFor();
  expect(await faultsOf(head)).toEqual([]);
  const mine = await rows(
    `select l.id from field_lease l join officer o on o.id = l.officer_id where o.username = $1 and l.ended_at is null
      order by l.issued_at desc limit 1`,
    [tksk],
  );
  const path = `/api/v1/field/leases/${String(mine[0]?.['id'])}/revoke`;
  expect((await head.page.request.post(path, { data: { reason: 'HP hilang' } })).status()).toBe(204);
  await phone.offline(false);
  await page.getByText('Catatan dapat dikirim setelah Anda mengunduh kasus lagi').waitFor();
  await page.getByRole('link', { name: 'Kasus', exact: true }).click();
  await page.getByText('Belum ada kasus di HP ini').waitFor();
  expect(await page.content()).not.toContain('KELUARGA CONTOH');
  await page.getByRole('button', { name: 'Unduh kasus' }).click();
  await page.getByRole('link', { name: 'Kirim' }).click();
  await phone.says('Sudah diterima');
});

test('a new version waits for the end of the form, and what was entered is there after it', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  const { page } = phone;
  const family = nextFamily();
  // From its second start on the app is the service worker's.
  await page.reload();
  await phone.unlock();
  await phone.find(family, 'Kartu dan PIN', 'Kartu hilang');
  await page.getByLabel('Catatan').fill('Hilang di pasar');
  const worker = resolve(import.meta.dirname, '../../../dist/apps/web/field/sw.js');
  const before = readFileSync(worker, 'utf8');
  try {
    appendFileSync(worker, '\n// another version\n');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      for (let at = 0; at < 100 && registration.waiting === null; at += 1) {
        await new Promise((done) => setTimeout(done, 50));
      }
      if (registration.waiting === null) throw new Error(`no new version: ${registration.installing?.state ?? 'none'}`);
    });
    expect(await page.getByText('Versi baru siap').count()).toBe(0);
    await page.getByRole('link', { name: 'Kembali' }).click();
    await page.getByRole('button', { name: 'Pakai' }).click();
    await phone.unlock();
    await page.getByRole('link', { name: new RegExp(`${family}\\b`) }).click();
    expect(await page.getByLabel('Catatan').inputValue()).toBe('Hilang di pasar');
    expect(await page.getByText('Versi baru siap').count()).toBe(0);
  } finally {
    writeFileSync(worker, before);
  }
});

test('signing out says what was not sent, and leaves nothing', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  const { page } = phone;
  await phone.offline(true);
  await phone.find(nextFamily(), 'Kartu dan PIN', 'PIN terblokir');
  await phone.save();
  await page.getByRole('link', { name: 'Saya' }).click();
  await page.getByRole('button', { name: 'Keluar dan hapus dari HP' }).click();
  await page.getByText('1 catatan belum terkirim akan hilang').waitFor();
  await page.getByRole('button', { name: 'Hapus, juga yang belum terkirim' }).click();
  await page.getByLabel('Nama pengguna').waitFor();
  const left = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return names.filter((name) => name !== 'amanah-field');
  });
  expect(left).toEqual([]);
});
