import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Actors } from '../../apps/cli/src/demo/actors.js';
import { ApiClient } from '../../apps/cli/src/demo/api-client.js';
import type { Page } from '../../apps/cli/src/demo/api-types.js';
import { type ASystem, aSystem } from './support/a-system.js';
import { periodInEndorsement } from './support/a-period.js';
import { DESK, launch, PHONE, type Screen, Visitor } from './support/browser.js';

jest.setTimeout(300_000);

let system: ASystem;
let browser: Browser;
let actors: Actors;
beforeAll(async () => {
  system = await aSystem();
  browser = await launch();
  actors = await periodInEndorsement(system.url);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

async function at(username: string, path: string, screen: Screen = DESK): Promise<Visitor> {
  const visitor = await Visitor.at(browser, system.url, screen);
  await visitor.signIn(username);
  await visitor.open(path);
  return visitor;
}

let month = 8;
/** A period whose allocation waits for the PPK. */
async function aPeriod(): Promise<string> {
  const api = new ApiClient(system.url, 'amanah-demo');
  month += 2;
  const body = { programme: 'sembako', firstMonth: `2024-${String(month).padStart(2, '0')}`, channel: 'card' };
  const quotas = [{ cityCode: '32.75', quotaFamilies: 400 }];
  const { period } = await api.post<{ period: { id: string } }>('program', '/periods', { ...body, quotas });
  return period.id;
}

/** The inbox of the period once its task has come. */
async function inboxOf(username: string, periodId: string, title: string): Promise<Visitor> {
  const visitor = await at(username, `/inbox?periodId=${periodId}`);
  await visitor.page.getByRole('link', { name: title }).waitFor();
  return visitor;
}

test('the PPK decides from the inbox in at most 4 interactions, the KPA returns with a reason in at most 5', async () => {
  const periodId = await aPeriod();
  const ppk = await inboxOf('ppk', periodId, 'Periksa alokasi');
  await ppk.press(ppk.page.getByRole('link', { name: 'Periksa alokasi' }));
  await ppk.press(ppk.page.getByLabel('Setujui'));
  await ppk.press(ppk.page.getByRole('button', { name: 'Setujui' }));
  await ppk.page.getByText('Disetujui: Periksa alokasi').waitFor();
  expect(ppk.interactions).toBeLessThanOrEqual(4);
  await ppk.leave();

  const kpa = await inboxOf('kpa', periodId, 'Setujui alokasi');
  await kpa.press(kpa.page.getByRole('link', { name: 'Setujui alokasi' }));
  await kpa.press(kpa.page.getByLabel('Kembalikan untuk diperbaiki'));
  await kpa.type(kpa.page.getByLabel('Alasan'), 'Kuota Kota Bekasi tidak sama dengan lampiran');
  await kpa.press(kpa.page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }));
  await kpa.page.getByText('Dikembalikan untuk diperbaiki: Setujui alokasi').waitFor();
  expect(kpa.interactions).toBeLessThanOrEqual(5);
  await kpa.leave();
});

test('the KPA asks for more officers than there are, reads how many there are, and asks another office beside; both are awaited', async () => {
  const kpa = await at('kpa', '/approvals');
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
  await kpa.leave();
  await approvedByBoth();
});

/** Under that policy the KPA's yes waits for the treasurer, and both see whose is there. */
async function approvedByBoth(): Promise<void> {
  const periodId = await aPeriod();
  const api = new ApiClient(system.url, 'amanah-demo');
  const taskOf = async (username: string, kind: string): Promise<{ id: string; artefactHash: string }> => {
    for (;;) {
      const path = `/tasks?view=waiting&kind=${kind}&periodId=${periodId}`;
      const [task] = (await api.get<Page<{ id: string; artefactHash: string }>>(username, path)).rows;
      if (task !== undefined) return task;
    }
  };
  const verify = await taskOf('ppk', 'allocation.verify');
  await api.post('ppk', `/tasks/${verify.id}/decide`, { outcome: 'approved', artefactHash: verify.artefactHash });
  await taskOf('kpa', 'allocation.approve');
  const kpa = await inboxOf('kpa', periodId, 'Setujui alokasi');
  await kpa.press(kpa.page.getByRole('link', { name: 'Setujui alokasi' }));
  await kpa.press(kpa.page.getByLabel('Setujui'));
  await kpa.press(kpa.page.getByRole('button', { name: 'Setujui' }));
  await kpa.page.getByText('Masih menunggu 1 pejabat lain.').waitFor();
  await kpa.leave();
  const treasurer = await at('bendahara', `/tasks/${(await taskOf('bendahara', 'allocation.approve')).id}`);
  const progress = treasurer.page.getByRole('region', { name: 'Persetujuan' });
  await progress.getByText('Lengkap, 1 persetujuan').waitFor();
  await progress.getByText('0 dari 1 persetujuan').waitFor();
  await treasurer.leave();
}

test('the head of Dinsos gives a slice of the mandate on in at most 5 interactions', async () => {
  const head = await at('dinsos.kepala', '/mandates');
  const { page } = head;
  await head.press(page.getByRole('button', { name: 'Teruskan sebagian' }).first());
  await page.getByLabel('Kepada').waitFor();
  await page.getByLabel('Kepada').selectOption({ label: 'Kecamatan Bekasi Barat' });
  head.interactions += 1;
  await head.type(page.getByRole('textbox', { name: 'KPM' }), '10');
  await page.getByText('Rp4.000.000').waitFor();
  await head.press(page.getByRole('button', { name: 'Tawarkan' }));
  await page.getByText('Menunggu diterima').waitFor();
  expect(head.interactions).toBeLessThanOrEqual(5);
  await head.leave();
});

test('a filter is kept under a name, and a watched task is found again', async () => {
  const head = await at('dinsos.kepala', `/inbox?view=territory&periodId=${actors.periodId}`);
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
  await head.leave();
});

test('what a lurah sent back shows on a phone what changed when it comes again', async () => {
  const kind = 'endorsement.lurah';
  const first = await actors.task('lurah.kranji', kind);
  const lurah = await at('lurah.kranji', `/tasks/${first.id}`, PHONE);
  await lurah.page.getByRole('heading', { level: 1 }).waitFor();
  await lurah.page.waitForLoadState('networkidle');
  await actors.api.post('lurah.kranji', `/tasks/${first.id}/decide`, {
    ...{ outcome: 'returned', returnTo: 'verification', reason: 'Satu keluarga sudah pindah' },
    artefactHash: first.artefactHash,
  });
  const verify = await actors.task('operator.kranji', 'verification.complete');
  const families = await actors.api.get<Page<{ id: string }>>(
    'operator.kranji',
    `/rosters/${verify.subjectId}/families?kelurahanCode=${verify.territoryCode}&limit=1&verdict=eligible`,
  );
  const verdicts = [{ rowId: families.rows[0]?.id, verdict: 'ineligible', reason: 'moved' }];
  await actors.api.post('operator.kranji', `/tasks/${verify.id}/verdicts`, { verdicts });
  await actors.act('operator.kranji', 'verification.complete', { outcome: 'submitted' });
  const second = await actors.task('lurah.kranji', kind);
  expect(second.id).not.toBe(first.id);
  await lurah.open(`/tasks/${second.id}`);
  const changes = lurah.page.getByRole('region', { name: 'Perubahan sejak Anda lihat' });
  await changes.getByText('Tidak layak: 0 → 1').waitFor();
  expect(await lurah.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await lurah.leave();
});
