import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DomainError } from '#domain';
import { readAuditLine } from './audit-lines.js';
import { doubtsOf, type EntryProof, readProof } from './entry-proof.js';
import { type AuditFinding, AuditVerifier, type Witnesses } from './audit-verifier.js';

export interface VerifiedTrail {
  readonly entries: number;
  readonly seals: number;
  /** Entries that came after the last seal: nothing speaks for or against them yet. */
  readonly unsealed: number;
  /** The key that the signatures were held against; null where nothing is signed. */
  readonly publicKey: string | null;
  /** In the order of the file; the first is where to look first. Empty for a trail that is as it was sealed. */
  readonly findings: readonly AuditFinding[];
}

/**
 * Holds an exported trail against its seals, their chain and signatures, and against anchors that were kept elsewhere,
 * without a database. Throws AUDIT_FILE_UNKNOWN for a file that is none.
 * A single row with its proof (`proveEntry`) is taken, too.
 */
export async function verifyAuditFile(path: string, witnesses: Witnesses = {}): Promise<VerifiedTrail> {
  const input = createReadStream(path, { highWaterMark: 1 << 20 });
  await once(input, 'open').catch(() => {
    throw new DomainError('AUDIT_FILE_UNKNOWN', 'this file cannot be read');
  });
  const verifier = new AuditVerifier(witnesses);
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    const proof = line === 1 ? readProof(text) : undefined;
    if (proof !== undefined) return verifiedProof(proof, witnesses);
    const content = readAuditLine(text);
    if (line === 1 && content?.kind !== 'header') {
      throw new DomainError('AUDIT_FILE_UNKNOWN', 'this file is no exported audit trail');
    }
    verifier.take(content, line);
  }
  if (line === 0) throw new DomainError('AUDIT_FILE_UNKNOWN', 'this file is empty');
  verifier.finish();
  const { counted, publicKey, findings } = verifier;
  return { ...counted, publicKey, findings };
}

/** One row that was taken out of a trail, against its own seal and, where that was written down, its anchor. */
function verifiedProof(proof: EntryProof, { publicKey, anchors = [] }: Witnesses): VerifiedTrail {
  const { seal, entry } = proof;
  const [, entryId = ''] = /^\{"id" : (-?\d+),/.exec(entry) ?? [];
  const findings = doubtsOf(proof, publicKey).map((code) => ({ code, seal: seal.number, entryId }) as AuditFinding);
  const isAnother = anchors.some(({ number, hash }) => number === seal.number && hash !== seal.hash);
  if (isAnother) findings.push({ code: 'ANCHOR_DIFFERS', seal: seal.number });
  return { entries: 1, seals: 1, unsealed: 0, publicKey: publicKey ?? null, findings };
}
