import { eventually, type Actors } from './actors.js';
import type { Page } from './api-types.js';

interface SanctionView {
  readonly id: string;
  readonly kelurahanCode: string;
  readonly acts: readonly string[];
}

/**
 * The head of Dinsos verifies what was proposed; one family objects at its kelurahan, and the mayor upholds it. The first is left
 * alone and lapses; where nobody was excluded there is nothing to do.
 */
export async function sanctionsSettled(actors: Actors, expected: number): Promise<void> {
  const head = actors.who('dinsos_head');
  const proposed = await eventually('the exclusions', async () => {
    const found = (await sanctions(actors, head)).filter(({ acts }) => acts.includes('verify'));
    return found.length >= expected ? found : undefined;
  });
  const [, ...verified] = proposed;
  for (const { id } of verified) await act(actors, head, id, { act: 'verify' });
  const [objecting] = verified;
  if (objecting === undefined) return;
  const lurah = actors.people.in('lurah', objecting.kelurahanCode);
  await act(actors, lurah, objecting.id, { act: 'object', reason: 'Keluarga menyatakan masih berhak' });
  await act(actors, actors.who('mayor'), objecting.id, { act: 'uphold', reason: 'Setelah diperiksa, masih berhak' });
}

const act = (actors: Actors, username: string, id: string, body: object): Promise<unknown> =>
  actors.api.post(username, `/case-sanctions/${id}/act`, body);

async function sanctions({ api, cityCode }: Actors, username: string): Promise<readonly SanctionView[]> {
  const { rows } = await api.get<Page<SanctionView>>(username, '/case-sanctions?state=proposed&limit=500');
  return rows.filter(({ kelurahanCode }) => kelurahanCode.startsWith(cityCode));
}
