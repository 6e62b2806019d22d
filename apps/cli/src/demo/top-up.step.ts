import type { Actors } from './actors.js';
import { eventually } from './actors.js';
import type { Quota } from './allocate.step.js';
import type { ApiClient } from './api-client.js';

/** One family in fifty, and one at least, gets its quota only once the cities' mandates are accepted. */
const lateOf = ({ quotaFamilies }: Quota): number => (quotaFamilies > 1 ? Math.ceil(quotaFamilies / 50) : 0);

/** What the period opens with: the quotas without what is added later. */
export const openingQuotas = (quotas: readonly Quota[]): readonly Quota[] =>
  quotas.map((quota) => ({ ...quota, quotaFamilies: quota.quotaFamilies - lateOf(quota) }));

/** The rest of the quotas, as a change that the programme officer proposes and PPK and KPA sign. */
export async function topUp(api: ApiClient, all: readonly Actors[], quotas: readonly Quota[]): Promise<void> {
  const [leader] = all;
  const lines = quotas
    .map((quota) => ({ cityCode: quota.cityCode, deltaFamilies: lateOf(quota) }))
    .filter(({ deltaFamilies }) => deltaFamilies > 0);
  if (leader === undefined || lines.length === 0) return;
  const body = { ground: 'Surat rekaan: keluarga baru pada pemutakhiran terakhir', paper: 'S-12/REKAAN/2023', lines };
  const { id } = await api.post<{ id: string }>('program', `/periods/${leader.periodId}/quota-changes`, body);
  for (const [username, kind] of [
    ['ppk', 'quota.verify'],
    ['kpa', 'quota.approve'],
  ] as const) {
    await leader.decide(username, await leader.taskOn(username, kind, id), { outcome: 'approved' });
  }
  await eventually('the change of quotas', async () => {
    const { state } = await api.get<{ state: string }>('program', `/quota-changes/${id}`);
    return state === 'applied' ? state : undefined;
  });
}
