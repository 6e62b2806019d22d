import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);
const BYTES = 32;

/** SHA-256 of a leaf's bytes behind 0x00, as RFC 6962 (2.1) hashes an entry: no inner node can be passed off as one. */
export const leafHash = (content: string | Buffer): Buffer =>
  createHash('sha256').update(LEAF).update(content).digest();

const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** The next floor of a tree: pairs are joined, a node without a partner goes up as it is. */
function joined(floor: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < floor.length; at += 2) {
    const [left, right] = [floor[at], floor[at + 1]];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

/** The root over leaf hashes, equal to RFC 6962's MTH; of nothing, the hash of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let floor = leaves;
  while (floor.length > 1) floor = joined(floor);
  return floor[0] ?? createHash('sha256').digest();
}

/** What besides a leaf is needed to reach the root, from the leaf's floor upwards (RFC 6962, 2.1.1). */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  const path: Buffer[] = [];
  let [floor, at] = [leaves, index];
  while (floor.length > 1) {
    const partner = floor[at % 2 === 0 ? at + 1 : at - 1];
    if (partner !== undefined) path.push(partner);
    [floor, at] = [joined(floor), Math.floor(at / 2)];
  }
  return path;
}

/** The root to which a proof leads for the leaf at `index` of `size`, or undefined where the proof has another length. */
export function rootOfProof(
  leaf: Buffer,
  { index, size }: { readonly index: number; readonly size: number },
  path: readonly Buffer[],
): Buffer | undefined {
  let [root, at, last, used] = [leaf, index, size - 1, 0];
  for (; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    if (at % 2 === 0 && at === last) continue;
    const partner = path[used];
    if (partner === undefined) return undefined;
    root = at % 2 === 0 ? nodeHash(root, partner) : nodeHash(partner, root);
    used += 1;
  }
  return used === path.length && index < size ? root : undefined;
}

/** Leaf hashes side by side, as a seal keeps them, one after another. */
export const leavesOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length / BYTES }, (_, at) => bytes.subarray(at * BYTES, (at + 1) * BYTES));
