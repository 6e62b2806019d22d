import type { PaymentChannel } from '#domain';
import { monthAfter } from './months.js';
import { type ApiClient, ApiRefusal } from './api-client.js';
import { Actors } from './actors.js';
import type { People } from './people.js';
import type { DemoStage } from './until.js';

/** Another period pays for these months. */
const TAKEN: ReadonlySet<string> = new Set(['PERIOD_EXISTS', 'PERIOD_OVERLAPS']);

export interface Quota {
  readonly cityCode: string;
  readonly quotaFamilies: number;
}

/** How a period is played. */
export interface Story {
  readonly until?: DemoStage | undefined;
  /** By card unless given. */
  readonly channel?: PaymentChannel | undefined;
}

/** The programme officer opens the next free period for these cities; the actors of each, in their order. */
export async function openPeriod(
  api: ApiClient,
  people: People,
  quotas: readonly Quota[],
  { until, channel = 'card' }: Story = {},
): Promise<Actors[]> {
  const { now } = await api.get<{ now: string }>('program', '/clock');
  for (let firstMonth = now.slice(0, 7); ; firstMonth = monthAfter(firstMonth, 2)) {
    try {
      const body = { programme: 'sembako', firstMonth, channel, quotas };
      const { period } = await api.post<{ period: { id: string } }>('program', '/periods', body);
      return quotas.map(({ cityCode }) => new Actors(api, period.id, cityCode, people.within(cityCode), until));
    } catch (error) {
      if (!(error instanceof ApiRefusal) || !TAKEN.has(error.code)) throw error;
    }
  }
}

/** The next free period with its quotas approved by PPK and KPA and each mandate accepted by its city's head of Dinsos. */
export async function allocate(
  api: ApiClient,
  people: People,
  quotas: readonly Quota[],
  story: Story = {},
): Promise<Actors[]> {
  const all = await openPeriod(api, people, quotas, story);
  const [first] = all;
  await first?.act('ppk', 'allocation.verify', { outcome: 'approved' });
  await first?.act('kpa', 'allocation.approve', { outcome: 'approved' });
  for (const actors of all) await actors.act(actors.who('dinsos_head'), 'mandate.accept', { outcome: 'approved' });
  return all;
}
