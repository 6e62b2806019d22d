import type { DoubtDecision } from '#domain';
import type { Actors } from './actors.js';
import type { Page } from './api-types.js';

interface DoubtView {
  readonly id: string;
  readonly basis: string;
  readonly likeness: readonly { readonly field: string; readonly likeness: 'same' | 'near' | 'different' }[];
}

const MOST = 200;

/**
 * The city decides on families that the civil registry did not match, before anybody signs: a letter more or less is the same person;
 * whom nobody could find out about stays out for this period, and is counted.
 */
export async function decideDoubts(actors: Actors, rosterId: string): Promise<void> {
  const operator = actors.who('dinsos_operator');
  if ((await undecided(actors, rosterId)).length === 0) return;
  const task = await actors.task(operator, 'doubts.propose');
  for (let left = await undecided(actors, rosterId); left.length > 0; left = await undecided(actors, rosterId)) {
    await actors.api.post(operator, `/tasks/${task.id}/doubts`, { decisions: left.map(decisionOf) });
  }
  await actors.act(operator, 'doubts.propose', { outcome: 'approved' });
  await actors.act(actors.who('dinsos_head'), 'doubts.settle', { outcome: 'approved' });
}

async function undecided(actors: Actors, rosterId: string): Promise<readonly DoubtView[]> {
  const path = `/rosters/${rosterId}/doubts?view=undecided&limit=${MOST}`;
  return (await actors.api.get<Page<DoubtView>>(actors.who('dinsos_operator'), path)).rows;
}

const REASONS: Readonly<Record<DoubtDecision, string>> = {
  cleared: 'Satu huruf berbeda, KTP asli dilihat di kelurahan (contoh)',
  excluded: 'Nama orang lain, KTP asli dilihat di kelurahan (contoh)',
  unresolved: 'Dokumen belum dapat ditunjukkan (contoh)',
};

function decisionOf({ id, basis, likeness }: DoubtView) {
  const name = likeness.find(({ field }) => field === 'fullName')?.likeness;
  const decision =
    basis === 'not_matched' && name === 'near' ? 'cleared' : name === 'different' ? 'excluded' : 'unresolved';
  return { doubtId: id, decision, explanation: REASONS[decision] };
}
