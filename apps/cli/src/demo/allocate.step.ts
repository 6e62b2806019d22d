import { monthAfter } from './months.js';
import { type ApiClient, ApiRefusal } from './api-client.js';
import { Actors } from './actors.js';

/** The programme officer opens the next free period, PPK and KPA approve, the head of Dinsos accepts the mandate. */
export async function allocate(api: ApiClient, cityCode: string, families: number): Promise<Actors> {
  const { now } = await api.get<{ now: string }>('program', '/clock');
  let firstMonth = now.slice(0, 7);
  for (;;) {
    try {
      const body = {
        programme: 'sembako',
        firstMonth,
        channel: 'card',
        quotas: [{ cityCode, quotaFamilies: families }],
      };
      const { period } = await api.post<{ period: { id: string } }>('program', '/periods', body);
      const actors = new Actors(api, period.id, cityCode);
      await actors.act('ppk', 'allocation.verify', { outcome: 'approved' });
      await actors.act('kpa', 'allocation.approve', { outcome: 'approved' });
      await actors.act('dinsos.kepala', 'mandate.accept', { outcome: 'approved' });
      return actors;
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.code !== 'PERIOD_EXISTS') throw error;
      firstMonth = monthAfter(firstMonth, 2);
    }
  }
}
