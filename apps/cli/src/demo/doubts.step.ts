import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCalendarDays, type DoubtDecision, jakartaDate } from '#domain';
import type { Actors } from './actors.js';
import type { Page } from './api-types.js';

interface DoubtView {
  readonly id: string;
  readonly kind: 'identity' | 'listed';
  readonly basis: string;
  readonly verdictReason: string | null;
  readonly likeness: readonly { readonly field: string; readonly likeness: 'same' | 'near' | 'different' }[];
}

const MOST = 200;
/** Every so many families of the made-up list stand on a list of civil servants. */
const ONE_LISTED_IN = 200;
const VALID_DAYS = 365;

/** A made-up list of civil servants that names some families of the city; the kelurahan will have to check them at their homes. */
export async function loadCheckList(actors: Actors, rosterFile: string): Promise<void> {
  const [header = '', ...rows] = (await readFile(rosterFile, 'utf8')).split(/\r?\n/);
  const column = header.split(',').indexOf('NIK');
  const niks = rows.map((row) => row.split(',')[column] ?? '').filter((nik) => /^\d{16}$/.test(nik));
  const listed = niks.filter((_nik, index) => index % ONE_LISTED_IN === ONE_LISTED_IN / 2);
  const operator = actors.who('dinsos_operator');
  const { now } = await actors.api.get<{ now: string }>(operator, '/clock');
  const today = jakartaDate(new Date(now));
  const terms = new URLSearchParams({
    ...{ kind: 'civil_servant', source: 'BKPSDM, surat contoh', listedOn: today },
    ...{ validFrom: today, validTo: addCalendarDays(today, VALID_DAYS) },
  });
  const folder = await mkdtemp(join(tmpdir(), 'amanah-list-'));
  try {
    const file = join(folder, 'asn-contoh.csv');
    await writeFile(file, ['NIK,KETERANGAN', ...listed.map((nik) => `${nik},Staf`), ''].join('\n'));
    await actors.api.upload(operator, `/check-lists?${terms.toString()}`, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

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
  cleared: 'Dicek di lapangan, KTP asli dilihat (contoh)',
  excluded: 'Nama orang lain, KTP asli dilihat di kelurahan (contoh)',
  unresolved: 'Dokumen belum dapat ditunjukkan (contoh)',
};

function decisionOf(doubt: DoubtView) {
  const decision = answerTo(doubt);
  return { doubtId: doubt.id, decision, explanation: REASONS[decision] };
}

function answerTo({ kind, basis, verdictReason, likeness }: DoubtView): DoubtDecision {
  if (kind === 'listed') return verdictReason === 'other_person' ? 'cleared' : 'unresolved';
  const name = likeness.find(({ field }) => field === 'fullName')?.likeness;
  if (name === 'different') return 'excluded';
  return basis === 'not_matched' && name === 'near' ? 'cleared' : 'unresolved';
}
