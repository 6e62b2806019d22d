import type { Page } from 'playwright-core';
import { PHONE, type Visitor } from './browser.js';
import type { Browsing } from './browsing.js';

/** The app answers from the phone itself; only the server's part of a sync takes longer. */
const PATIENCE_MS = 10_000;
export const PIN = '271828';

/** A phone of the field, as its officer uses it. */
export class FieldApp {
  constructor(readonly visitor: Visitor) {}

  get page(): Page {
    return this.visitor.page;
  }

  /** A new phone: signed in, under a PIN, with its cases. */
  static async with(amanah: Browsing, username: string): Promise<FieldApp> {
    const phone = new FieldApp(await amanah.stranger(PHONE));
    const { page } = phone;
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto('/field/');
    await page.getByLabel('Nama pengguna').fill(username);
    await page.getByLabel('Sandi').fill('amanah-demo');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByLabel('Masukkan PIN').fill(PIN);
    await page.getByLabel('Ulangi PIN').fill(PIN);
    await page.getByRole('button', { name: 'Simpan PIN' }).click();
    await page.getByRole('button', { name: 'Unduh kasus' }).click();
    await page.getByText('kasus terbuka').waitFor();
    // From here on the app opens without a server.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return phone;
  }

  async offline(isOffline: boolean): Promise<void> {
    await this.page.context().setOffline(isOffline);
  }

  async unlock(): Promise<void> {
    await this.page.getByLabel('PIN').fill(PIN);
    await this.page.getByRole('button', { name: 'Buka' }).click();
    await this.page.getByRole('navigation').waitFor();
  }

  /** Opens a case, chooses a finding; counted as taps. */
  async find(family: string, group: string, finding: string): Promise<void> {
    const { visitor, page } = this;
    await visitor.press(page.getByRole('link', { name: new RegExp(`${family}\\b`) }));
    await visitor.press(page.getByRole('button', { name: group, exact: true }));
    await visitor.press(page.getByRole('button', { name: finding, exact: true }));
  }

  async save(): Promise<void> {
    await this.visitor.press(this.page.getByRole('button', { name: 'Simpan di HP' }));
  }

  /** Waits until the outbox says so of one item. */
  async says(state: string): Promise<void> {
    await this.page.locator('.card .tag', { hasText: state }).first().waitFor();
  }
}
