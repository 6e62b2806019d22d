import type { Actors } from '../../../apps/cli/src/demo/actors.js';
import { ApiClient } from '../../../apps/cli/src/demo/api-client.js';
import type { Page } from '../../../apps/cli/src/demo/api-types.js';
import { periodInAllocation } from '../support/a-period.js';
import { periodInEndorsement } from '../support/a-period.js';
import { PHONE, type Visitor } from '../support/browser.js';
import { browsing } from '../support/browsing.js';

const amanah = browsing();
let actors: Actors;
beforeAll(async () => {
  actors = await periodInEndorsement(amanah.url());
});

/** A period whose allocation waits for the PPK, in the next months that are free. */
const aPeriod = (): Promise<Actors> => periodInAllocation(amanah.url(), 400);

/** The inbox of the period once its task has come. */
async function inboxOf(username: string, periodId: string, title: string): Promise<Visitor> {
  const visitor = await amanah.at(username, `/inbox?periodId=${periodId}`);
  await visitor.page.getByRole('link', { name: title }).waitFor();
  return visitor;
}

test('the PPK decides from the inbox in at most 4 interactions, the KPA returns with a reason in at most 5', async () => {
  const { periodId } = await aPeriod();
  const ppk = await inboxOf('ppk', periodId, 'Periksa alokasi');
  await ppk.press(ppk.page.getByRole('link', { name: 'Periksa alokasi' }));
  await ppk.press(ppk.decision.getByLabel('Setujui'));
  await ppk.press(ppk.decision.getByRole('button', { name: 'Setujui' }));
  await ppk.page.getByText('Disetujui: Periksa alokasi').waitFor();
  expect(ppk.interactions).toBeLessThanOrEqual(4);

  const kpa = await inboxOf('kpa', periodId, 'Setujui alokasi');
  await kpa.press(kpa.page.getByRole('link', { name: 'Setujui alokasi' }));
  await kpa.press(kpa.decision.getByLabel('Kembalikan untuk diperbaiki'));
  await kpa.type(kpa.decision.getByLabel('Alasan'), 'Kuota Kota Bekasi tidak sama dengan lampiran');
  await kpa.press(kpa.decision.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }));
  await kpa.page.getByText('Dikembalikan untuk diperbaiki: Setujui alokasi').waitFor();
  expect(kpa.interactions).toBeLessThanOrEqual(5);
});

/** What the KPA asks for is in force for every spec's periods until it ends. */
async function endPolicies(): Promise<void> {
  const api = new ApiClient(amanah.url(), 'amanah-demo');
  const { policies } = await api.get<{ policies: { id: string }[] }>('kpa', '/approval-policies');
  for (const { id } of policies) {
    for (const who of ['kpa', 'program']) await api.post(who, `/approval-policies/${id}/end`);
  }
}
afterEach(endPolicies);

test('the KPA asks for more officers than there are, reads how many there are, and asks another office beside; both are awaited', async () => {
  const kpa = await amanah.at('kpa', '/approvals');
  const { page } = kpa;
  await kpa.press(page.getByRole('button', { name: 'Tambah kebijakan' }));
  await page.getByLabel('Jenis tugas').selectOption({ label: 'Setujui alokasi' });
  await page.getByLabel('Berapa pejabat').selectOption('count');
  await kpa.type(
    page.getByRole('textbox', { name: 'Pejabat *' }).or(page.locator('input[inputmode=numeric]')).first(),
    '4',
  );
  await kpa.press(page.getByRole('button', { name: 'Simpan kebijakan' }));
  await page.getByText('Dibutuhkan 4 pejabat').waitFor();
  await page.getByLabel('Berapa pejabat').selectOption('any');
  await kpa.press(page.getByRole('button', { name: 'Tambah kantor' }));
  await page.getByLabel('Kantor').last().selectOption('treasurer');
  await kpa.press(page.getByRole('button', { name: 'Simpan kebijakan' }));
  await page.getByText('satu KPA + satu Bendahara').waitFor();
  await approvedByBoth();
});

/** Under that policy the KPA's yes waits for the treasurer, and both see whose is there. */
async function approvedByBoth(): Promise<void> {
  const period = await aPeriod();
  await period.act('ppk', 'allocation.verify', { outcome: 'approved' });
  const kpa = await inboxOf('kpa', period.periodId, 'Setujui alokasi');
  await kpa.press(kpa.page.getByRole('link', { name: 'Setujui alokasi' }));
  await kpa.press(kpa.decision.getByLabel('Setujui'));
  await kpa.press(kpa.decision.getByRole('button', { name: 'Setujui' }));
  await kpa.page.getByText('Masih menunggu 1 pejabat lain.').waitFor();
  const treasurer = await amanah.at('bendahara', `/tasks/${(await period.task('bendahara', 'allocation.approve')).id}`);
  const progress = treasurer.page.getByRole('region', { name: 'Persetujuan' });
  await progress.getByText('Lengkap, 1 persetujuan').waitFor();
  await progress.getByText('0 dari 1 persetujuan').waitFor();
}

const codeOf = async ({ api, periodId }: Actors): Promise<string> =>
  (await api.get<{ period: { code: string } }>('program', `/periods/${periodId}`)).period.code;

test('the head of Dinsos gives a slice of the mandate on in at most 5 interactions', async () => {
  const head = await amanah.at('dinsos.kepala', '/mandates');
  const { page } = head;
  const mandate = page.getByRole('region', { name: await codeOf(actors) }).first();
  await head.press(mandate.getByRole('button', { name: 'Teruskan sebagian' }));
  await mandate.getByLabel('Kepada').waitFor();
  await mandate.getByLabel('Kepada').selectOption({ label: 'Kecamatan Bekasi Barat' });
  head.interactions += 1;
  await head.type(mandate.getByRole('textbox', { name: 'KPM' }), '10');
  await mandate.getByText('Rp4.000.000').waitFor();
  await head.press(mandate.getByRole('button', { name: 'Tawarkan' }));
  await page
    .getByRole('region', { name: await codeOf(actors) })
    .getByText('Menunggu diterima')
    .waitFor();
  expect(head.interactions).toBeLessThanOrEqual(5);
});

test('a filter is kept under a name, and a watched task is found again', async () => {
  const head = await amanah.at('dinsos.kepala', `/inbox?view=territory&periodId=${actors.periodId}`);
  const { page } = head;
  await head.press(page.getByRole('button', { name: 'Simpan saringan' }));
  await head.type(page.getByLabel('Nama saringan'), 'Kota, periode ini');
  await head.press(page.getByRole('button', { name: 'Simpan saringan' }));
  await page.getByRole('link', { name: 'Kota, periode ini' }).waitFor();
  await head.press(page.getByRole('link', { name: 'Sahkan BA kelurahan' }).first());
  await head.press(page.getByRole('button', { name: 'Pantau' }));
  await page.getByRole('button', { name: 'Berhenti memantau' }).waitFor();
  await head.open('/inbox?view=watched');
  await page.getByRole('link', { name: 'Sahkan BA kelurahan' }).waitFor();
  await head.press(page.getByRole('link', { name: 'Kota, periode ini' }));
  await page.getByRole('link', { name: 'Wilayah saya' }).and(page.locator('[aria-current=page]')).waitFor();
});

test('what a lurah sent back shows on a phone what changed when it comes again', async () => {
  const kind = 'endorsement.lurah';
  const first = await actors.task('lurah.kranji', kind);
  const lurah = await amanah.at('lurah.kranji', `/tasks/${first.id}`, PHONE);
  await lurah.page.getByRole('heading', { level: 1 }).waitFor();
  await lurah.page.waitForLoadState('networkidle');
  await actors.api.post('lurah.kranji', `/tasks/${first.id}/decide`, {
    ...{
      outcome: 'returned',
      returnTo: 'verification',
      reason: 'Satu keluarga sudah pindah',
    },
    artefactHash: first.artefactHash,
  });
  const verify = await actors.task('operator.kranji', 'verification.complete');
  const families = await actors.api.get<Page<{ id: string }>>(
    'operator.kranji',
    `/rosters/${verify.subjectId}/families?kelurahanCode=${verify.territoryCode}&limit=1&verdict=eligible`,
  );
  const verdicts = [{ rowId: families.rows[0]?.id, verdict: 'ineligible', reason: 'moved' }];
  await actors.api.post('operator.kranji', `/tasks/${verify.id}/verdicts`, {
    verdicts,
  });
  await actors.act('operator.kranji', 'verification.complete', {
    outcome: 'submitted',
  });
  const second = await actors.task('lurah.kranji', kind);
  expect(second.id).not.toBe(first.id);
  await lurah.open(`/tasks/${second.id}`);
  const changes = lurah.page.getByRole('region', {
    name: 'Perubahan sejak Anda lihat',
  });
  await changes.getByText('Tidak layak: 0 → 1').waitFor();
  expect(await lurah.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
