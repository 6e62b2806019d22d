import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#domain';
import { SealShape } from './audit-lines.js';
import { isSignedBy, sealHash, type Seal } from './seal.js';

const NAME = 'amanah-anchors.ndjson';
/** Several lines, of which the last is whole. */
const TAIL_BYTES = 8_192;

/**
 * Writes a seal down outside the database: a line behind the others, on disk when this returns. Lines are never
 * rewritten; a seal that is the last one there already is not written again.
 */
export async function appendAnchor(directory: string, seal: Seal): Promise<void> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, NAME);
  if ((await lastAnchor(directory))?.hash === seal.hash) return;
  const file = await open(path, 'a', 0o640);
  try {
    await file.appendFile(`${JSON.stringify(seal)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The seal that was written down last, if any was. */
export async function lastAnchor(directory: string): Promise<Seal | undefined> {
  const file = await open(join(directory, NAME), 'r').catch(noneYet);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    // A line that a power cut left half-written is none.
    const whole = buffer.toString('utf8').split('\n').slice(0, -1).at(-1);
    return whole === undefined ? undefined : SealShape.parse(JSON.parse(whole));
  } finally {
    await file.close();
  }
}

/** The seals that were written down, oldest first. Throws ANCHORS_UNREADABLE with the line. */
export async function readAnchors(path: string): Promise<Seal[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line, at) => {
    try {
      return SealShape.parse(JSON.parse(line));
    } catch {
      throw new DomainError('ANCHORS_UNREADABLE', 'this line of the anchors is no seal', { line: at + 1 });
    }
  });
}

function noneYet(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}

/** Whether an anchor is what it says, and signed with this key. */
export const isAnchorSound = (anchor: Seal, publicKey: string | null): boolean =>
  sealHash(anchor) === anchor.hash && (publicKey === null || isSignedBy(anchor, publicKey));
