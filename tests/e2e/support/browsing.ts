import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type RunningSystem, testSystem } from '../../support/servers/test-system.js';
import { DESK, launch, type Screen, Visitor } from './browser.js';
import { sharedSystem } from './shared-system.js';

const PATIENCE_MS = 300_000;

export interface Browsing {
  /** Known from `beforeAll` on. */
  system(): RunningSystem;
  url(): string;
  /** Somebody who has signed in, before a page. */
  at(username: string, path: string, screen?: Screen): Promise<Visitor>;
  /** Somebody who has not signed in yet. */
  stranger(screen?: Screen): Promise<Visitor>;
}

interface Own {
  /** What a system of its own is set up with; without it, the system of the suite. */
  readonly ownSystem?: () => NodeJS.ProcessEnv;
}

/** A browser before a system for all tests of a file. Who came to a screen in a test leaves with its end. */
export function browsing({ ownSystem }: Own = {}): Browsing {
  jest.setTimeout(PATIENCE_MS);
  const visitors: Visitor[] = [];
  let browser: Browser;
  let system: () => RunningSystem;
  let stop = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    browser = await launch();
    system = sharedSystem;
    if (ownSystem === undefined) return;
    const own = await testSystem(ownSystem());
    system = () => own.run();
    stop = () => own.stop();
  });
  afterEach(async () => {
    await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
  });
  afterAll(async () => {
    await browser.close();
    await stop();
  });
  const stranger = async (screen: Screen = DESK): Promise<Visitor> => {
    const visitor = await Visitor.at(browser, system().url, screen);
    visitors.push(visitor);
    return visitor;
  };
  return {
    system: () => system(),
    url: () => system().url,
    stranger,
    at: async (username, path, screen) => {
      const visitor = await stranger(screen);
      await visitor.signIn(username);
      await visitor.open(path);
      return visitor;
    },
  };
}
