import { testSystem } from '../../support/servers/test-system.js';

export interface ASystem {
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole system: the one that runs at AMANAH_URL, else one of its own for this spec. */
export async function aSystem(): Promise<ASystem> {
  const running = process.env['AMANAH_URL'];
  if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
  const system = await testSystem();
  return { url: system.run().url, stop: () => system.stop() };
}
