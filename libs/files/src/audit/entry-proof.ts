import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DomainError } from '#domain';
import { type KeptSeal, readAuditLine, SealShape } from './audit-lines.js';
import { inclusionProof, leafHash, rootOfProof } from './merkle-tree.js';
import { isSignedBy, sealHash } from './seal.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const EntryProof = z.object({
  amanahProof: z.literal(1),
  /** The row as it was sealed, byte for byte. */
  entry: z.string(),
  /** Its place in the batch, from 0. */
  index: z.int().min(0),
  /** What leads from the row's hash to the root of its seal, upwards. */
  path: z.array(hash),
  seal: SealShape,
});

/** That one row stood in the trail when it was sealed, to be shown without the other rows. */
export type EntryProof = z.infer<typeof EntryProof>;

/** Takes the proof for a row out of an exported trail. Throws AUDIT_ENTRY_UNSEALED where no seal of it holds the row. */
export async function proveEntry(path: string, entryId: string): Promise<EntryProof> {
  let kept: KeptSeal | undefined;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const line = readAuditLine(text);
    if (line?.kind === 'seal') kept = line.seal;
    if (line?.kind === 'unsealed') break;
    if (line?.kind !== 'entry' || line.id !== entryId || kept === undefined) continue;
    const index = kept.leaves.findIndex((leaf) => leaf.equals(leafHash(text)));
    if (index === -1) break;
    const { leaves, ...seal } = kept;
    const steps = inclusionProof(leaves, index).map((step) => step.toString('hex'));
    return { amanahProof: 1, entry: text, index, path: steps, seal };
  }
  throw new DomainError('AUDIT_ENTRY_UNSEALED', 'no seal in this file holds that row', { entryId });
}

/** A proof as it is written in a file, or undefined for anything else. */
export function readProof(text: string): EntryProof | undefined {
  try {
    return EntryProof.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What speaks against a proof: nothing, when the row stood in a batch that was sealed with this key. */
export function doubtsOf({ entry, index, path, seal }: EntryProof, publicKey: string | undefined): string[] {
  const steps = path.map((step) => Buffer.from(step, 'hex'));
  const root = rootOfProof(leafHash(entry), { index, size: seal.entries }, steps);
  return [
    ...(sealHash(seal) === seal.hash ? [] : ['SEAL_CHANGED']),
    ...(root?.toString('hex') === seal.root ? [] : ['ENTRY_CHANGED']),
    ...(publicKey === undefined || isSignedBy(seal, publicKey) ? [] : ['SIGNATURE_WRONG']),
  ];
}
