import { aColleague } from '../support/a-colleague.js';
import { faultsOf } from '../support/accessibility.js';
import { browsing } from '../support/browsing.js';
import { casesToVisit, inDatabase } from '../support/field-cases.js';
import { FieldApp } from '../support/field-phone.js';
import { aPhoto } from '../support/a-photo.js';

const amanah = browsing();
const KELURAHAN = '32.75.07.1001';
let tksk = '';
let caseIds: readonly string[] = [];

beforeAll(async () => {
  tksk = (await aColleague(amanah.system().databaseUrl, 'tksk', KELURAHAN.slice(0, 8))).username;
  caseIds = await casesToVisit(amanah.system(), 6, KELURAHAN);
});

const decided = (finding: string) =>
  inDatabase(amanah.system(), (database) =>
    database.query<{ bytes: number | null; type: string | null; sealed: Buffer | null }[]>(
      `select a.size_bytes as bytes, a.media_type as type from task_decision d join task t on t.id = d.task_id
         left join task_attachment a on a.task_id = t.id
        where t.subject_id = any($1::text[]) and d.details ->> 'finding' = $2`,
      [caseIds, finding],
    ),
  );

test('a whole visit without a signal: found in three taps, with photo and note in seven, sent by itself', async () => {
  const phone = await FieldApp.with(amanah, tksk);
  const { page, visitor } = phone;
  expect(await faultsOf(visitor)).toEqual([]);
  await phone.offline(true);
  await page.reload();
  await phone.unlock();
  await page.getByText('Tanpa sinyal').waitFor();

  visitor.interactions = 0;
  await phone.find('KELUARGA CONTOH 1', 'Kartu dan PIN', 'Kartu rusak');
  expect(visitor.interactions).toBeLessThanOrEqual(3);
  await page.getByRole('button', { name: 'Simpan di HP' }).click();
  await page.getByText('Belum lengkap: Foto').waitFor();
  visitor.interactions += 1;
  await page.getByLabel('Ambil foto').setInputFiles(await aPhoto(page));
  await page.getByRole('img').waitFor();
  await visitor.type(page.getByLabel('Catatan'), 'Kartu patah');
  expect(await faultsOf(visitor)).toEqual([]);
  await phone.save();
  expect(visitor.interactions).toBeLessThanOrEqual(7);
  await phone.says('Menunggu sinyal');
  expect(await faultsOf(visitor)).toEqual([]);
  expect(await decided('card_damaged')).toEqual([]);

  visitor.interactions = 0;
  await phone.offline(false);
  await phone.says('Sudah diterima');
  expect(visitor.interactions).toBe(0);
  const [{ bytes, type } = { bytes: null, type: null }] = await decided('card_damaged');
  expect(type).toBe('image/jpeg');
  expect(bytes).toBeLessThanOrEqual(300_000);
  await page.getByRole('link', { name: 'Saya' }).click();
  expect(await faultsOf(visitor)).toEqual([]);
  expect(visitor.blocked).toEqual([]);
});
