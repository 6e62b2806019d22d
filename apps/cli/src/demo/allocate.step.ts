import { monthAfter } from './months.js';
import { type ApiClient, ApiRefusal } from './api-client.js';
import { Actors } from './actors.js';
import type { DemoStage } from './until.js';

/** Another period pays for these months. */
const TAKEN: ReadonlySet<string> = new Set(['PERIOD_EXISTS', 'PERIOD_OVERLAPS']);

/** The programme officer opens the next free period. */
export async function openPeriod(
  api: ApiClient,
  cityCode: string,
  families: number,
  until?: DemoStage,
): Promise<Actors> {
  const { now } = await api.get<{ now: string }>('program', '/clock');
  const quotas = [{ cityCode, quotaFamilies: families }];
  for (let firstMonth = now.slice(0, 7); ; firstMonth = monthAfter(firstMonth, 2)) {
    try {
      const body = { programme: 'sembako', firstMonth, channel: 'card', quotas };
      const { period } = await api.post<{ period: { id: string } }>('program', '/periods', body);
      return new Actors(api, period.id, cityCode, until);
    } catch (error) {
      if (!(error instanceof ApiRefusal) || !TAKEN.has(error.code)) throw error;
    }
  }
}

/** The next free period with its quota approved by PPK and KPA and its mandate accepted by the head of Dinsos. */
export async function allocate(api: ApiClient, cityCode: string, families: number, until?: DemoStage): Promise<Actors> {
  const actors = await openPeriod(api, cityCode, families, until);
  await actors.act('ppk', 'allocation.verify', { outcome: 'approved' });
  await actors.act('kpa', 'allocation.approve', { outcome: 'approved' });
  await actors.act('dinsos.kepala', 'mandate.accept', { outcome: 'approved' });
  return actors;
}
