import { type Actors, each, eventually } from './actors.js';
import type { Page } from './api-types.js';

/** What a case offers beside its other outcomes. */
export interface Measurable {
  readonly offered: readonly { readonly outcome: string }[];
  readonly hold: { readonly grounds: readonly { readonly ground: string }[]; readonly to: string } | null;
}

interface MeasureView {
  readonly id: string;
  readonly kind: 'hold' | 'return_early';
  readonly kelurahanCode: string;
  readonly returnId: string | null;
  readonly acts: readonly string[];
}

/** A hold or an early return where the case offers one: what is sent with the decision. */
export function measureOf({
  offered,
  hold,
}: Measurable): { outcome: string; ground?: string; holdUntil?: string } | undefined {
  const has = (outcome: string): boolean => offered.some((one) => one.outcome === outcome);
  if (has('return_early')) return { outcome: 'return_early' };
  const [first] = hold?.grounds ?? [];
  if (!has('hold') || hold === null || first === undefined) return undefined;
  return { outcome: 'hold', ground: first.ground, holdUntil: hold.to };
}

/**
 * The head of Dinsos, and of their own cases the mayor, approve what was proposed; one hold is released, the others end with the deadline.
 * What goes back early takes its own road by PPK, bank and treasurer. Where nothing was proposed there is nothing to do.
 */
export async function measuresSettled(actors: Actors, expected: number): Promise<void> {
  if (expected === 0) return;
  await eventually('the holds and early returns', async () =>
    (await measures(actors, actors.who('dinsos_head'), 'proposed')).length >= expected ? true : undefined,
  );
  for (const username of [actors.who('dinsos_head'), actors.who('mayor')]) {
    const ids = (await measures(actors, username, 'proposed'))
      .filter(({ acts }) => acts.includes('approve'))
      .map(({ id }) => id);
    if (ids.length > 0) await actors.api.post(username, '/case-measures/act', { act: 'approve', ids });
  }
  const mayor = actors.who('mayor');
  const [released] = await measures(actors, mayor, 'in_force');
  if (released !== undefined) {
    const reason = 'Ahli waris sudah ditetapkan';
    await actors.api.post(mayor, '/case-measures/act', { act: 'release', ids: [released.id], reason });
  }
  const orders = new Set((await measures(actors, mayor, 'returning')).map(({ returnId }) => returnId ?? ''));
  await each([...orders], async (returnId) => {
    await actors.actOn('ppk', 'return.instruct', returnId);
    await actors.actOn('bendahara', 'return.confirm', returnId);
  });
}

async function measures({ api, cityCode }: Actors, username: string, state: string): Promise<readonly MeasureView[]> {
  const { rows } = await api.get<Page<MeasureView>>(username, `/case-measures?state=${state}&limit=500`);
  return rows.filter(({ kelurahanCode }) => kelurahanCode.startsWith(cityCode));
}
