import { z } from 'zod';
import { leavesOf } from './merkle-tree.js';
import type { Seal } from './seal.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^-?\d{1,19}$/);

export const SealShape = z.object({
  number: z.int().min(1),
  firstId: id,
  lastId: id,
  entries: z.int().min(1),
  root: hash,
  previous: hash,
  hash,
  sealedAt: z.string(),
  signature: z.string().nullable(),
});

const Header = z.object({ amanahAudit: z.literal(1), publicKey: z.string().nullable() });
const SealLine = z.object({ seal: SealShape.extend({ leaves: z.base64() }) });
const End = z.object({ end: z.object({ seals: z.int(), entries: z.int() }) });

export interface KeptSeal extends Seal {
  readonly leaves: readonly Buffer[];
}

/** A line of an exported trail. An entry is its text, byte for byte what was hashed when it was sealed. */
export type AuditLine =
  | { readonly kind: 'header'; readonly publicKey: string | null }
  | { readonly kind: 'seal'; readonly seal: KeptSeal }
  | { readonly kind: 'entry'; readonly id: string; readonly text: string }
  | { readonly kind: 'unsealed' }
  | { readonly kind: 'end'; readonly seals: number; readonly entries: number };

export const headerLine = (publicKey: string | null): string => JSON.stringify({ amanahAudit: 1, publicKey });
export const sealLine = (seal: Seal, leaves: Buffer): string =>
  JSON.stringify({ seal: { ...seal, leaves: leaves.toString('base64') } });
/** Behind it stand the entries that came after the last seal. */
export const UNSEALED_LINE = JSON.stringify({ unsealed: true });
export const endLine = (seals: number, entries: number): string => JSON.stringify({ end: { seals, entries } });

const ENTRY = /^\{"id" : (-?\d{1,19}), /;

/** What a line says, or undefined where it says nothing of a trail. */
export function readAuditLine(text: string): AuditLine | undefined {
  const [, entryId] = ENTRY.exec(text) ?? [];
  if (entryId !== undefined) return { kind: 'entry', id: entryId, text };
  if (text === UNSEALED_LINE) return { kind: 'unsealed' };
  const content = parsed(text);
  const header = Header.safeParse(content);
  if (header.success) return { kind: 'header', publicKey: header.data.publicKey };
  const end = End.safeParse(content);
  if (end.success) return { kind: 'end', ...end.data.end };
  const line = SealLine.safeParse(content);
  if (!line.success) return undefined;
  const { leaves, ...seal } = line.data.seal;
  return { kind: 'seal', seal: { ...seal, leaves: leavesOf(Buffer.from(leaves, 'base64')) } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
