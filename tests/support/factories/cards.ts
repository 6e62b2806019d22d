import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardFileIntake } from '#application';
import { CARD_ALASAN, CARD_COLUMNS, CARD_STATUS, type CardReason, type CardState } from '#domain';
import { sha256OfFile } from '#files';
import { commandOf } from './command-contexts.js';
import type { MadeOfficer } from './officers.js';

export interface MadeCardLine {
  /** Of the card: reference, number and NIK follow from it where they are not given. */
  readonly card: number;
  readonly kind: CardState;
  readonly on: string;
  readonly reason?: CardReason | undefined;
  readonly place?: string;
  readonly until?: string;
  readonly replaces?: number;
  readonly nik?: string;
  readonly number?: string;
}

export const KELURAHAN = '32.75.02.1001';
export const refOf = (card: number): string => `CONTOH-${`${card}`.padStart(6, '0')}`;
export const numberOf = (card: number): string => `60130100${`${card}`.padStart(8, '0')}`;
export const cardNikOf = (card: number): string => `3275020101${`${card}`.padStart(6, '0')}`;

const keyOf = <Value>(known: Readonly<Record<string, Value>>, value: Value | undefined): string =>
  Object.entries(known).find(([, one]) => one === value)?.[0] ?? '';

/** A bank's file of cards with these lines, in this order. */
export function cardFile(lines: readonly MadeCardLine[]): string {
  const rows = lines.map(({ card, kind, on, reason, place, until, replaces, nik, number }) =>
    [
      ...[refOf(card), number ?? numberOf(card), nik ?? cardNikOf(card), place ?? KELURAHAN],
      ...[keyOf(CARD_STATUS, kind), on, keyOf(CARD_ALASAN, reason), until ?? ''],
      replaces === undefined ? '' : refOf(replaces),
    ].join(','),
  );
  return [CARD_COLUMNS.join(','), ...rows, ''].join('\n');
}

/** Has a bank's officer send it. */
export async function sendCards(
  intake: CardFileIntake,
  officer: MadeOfficer,
  content: string,
  { isRehearsal = false, name = 'kartu.csv' } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'cards-'));
  const path = join(folder, name);
  try {
    await writeFile(path, content);
    const file = { path, name, sizeBytes: content.length, sha256: await sha256OfFile(path) };
    return await intake.take(commandOf(officer).actor, file, isRehearsal, 'request');
  } finally {
    await rm(folder, { recursive: true });
  }
}
