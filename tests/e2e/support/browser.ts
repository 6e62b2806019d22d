import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const PASSWORD = 'amanah-demo';

export interface Screen {
  readonly width: 360 | 1280;
  readonly language: 'id' | 'en';
  readonly scheme: 'light' | 'dark';
}

export const DESK: Screen = { width: 1280, language: 'id', scheme: 'light' };
export const PHONE: Screen = { width: 360, language: 'id', scheme: 'light' };

/** Chromium of CHROMIUM_PATH, of the distribution, or the one Playwright has fetched. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A person before a screen. Counts what they do; looking, scrolling and signing in are free. */
export class Visitor {
  interactions = 0;
  /** What the browser refused to run or to style, because the page's policy does not allow it. */
  readonly blocked: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.blocked.push(message.text());
    });
  }

  static async at(browser: Browser, url: string, screen: Screen): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: screen.width, height: screen.width === 360 ? 740 : 900 },
      colorScheme: screen.scheme,
    });
    await context.addInitScript(`localStorage.setItem('amanah.language', '${screen.language}')`);
    return new Visitor(await context.newPage(), context);
  }

  /** The form of a task's page: the inbox that leads there has words of its own for the same outcomes. */
  get decision(): Locator {
    return this.page.locator('#decision');
  }

  /** A session without the sign-in page. */
  async signIn(username: string): Promise<void> {
    await this.context.clearCookies();
    const answer = await this.page.request.post('/api/v1/auth/sign-in', { data: { username, password: PASSWORD } });
    if (!answer.ok()) throw new Error(`sign-in of ${username} answered ${answer.status()}`);
  }

  async endSession(): Promise<void> {
    await this.context.clearCookies();
  }

  /** Opens an address as somebody who is there already; ends when the page has its heading. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('h1').waitFor();
  }

  async press(target: Locator): Promise<void> {
    this.interactions += 1;
    await target.click();
  }

  async type(target: Locator, text: string): Promise<void> {
    this.interactions += 1;
    await target.fill(text);
  }

  async key(key: string): Promise<void> {
    this.interactions += 1;
    await this.page.keyboard.press(key);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
