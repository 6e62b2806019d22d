import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { inclusionProof, leafHash, leavesOf, merkleRoot, rootOfProof } from './merkle-tree.js';

const sha = (...parts: Buffer[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** As RFC 6962 writes it down: split at the largest power of two below the size. */
function naive(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha();
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), naive(leaves.slice(0, split)), naive(leaves.slice(split)));
}

const contents = fc.array(fc.string(), { maxLength: 70 });
const hashed = (texts: readonly string[]): Buffer[] => texts.map((text) => leafHash(text));
const placed = contents
  .filter((texts) => texts.length > 0)
  .chain((texts) => fc.record({ texts: fc.constant(texts), index: fc.nat({ max: texts.length - 1 }) }));

describe('a tree over the entries of a batch', () => {
  it('has the root that RFC 6962 describes, for any number of leaves', () => {
    fc.assert(fc.property(contents, (texts) => merkleRoot(hashed(texts)).equals(naive(hashed(texts)))));
  });

  it('agrees with the published vectors of certificate transparency', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const roots = [1, 2, 3, 5, 8].map((size) => merkleRoot(leaves.slice(0, size)).toString('hex'));
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(roots).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('proves every leaf that is in it, at its place', () => {
    fc.assert(
      fc.property(placed, ({ texts, index }) => {
        const leaves = hashed(texts);
        const path = inclusionProof(leaves, index);
        const root = rootOfProof(leaves[index] ?? Buffer.of(), { index, size: leaves.length }, path);
        expect(root?.equals(merkleRoot(leaves))).toBe(true);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(Math.max(leaves.length, 2))));
      }),
    );
  });

  it('proves nothing else: no other content, no shorter or longer way, no place beyond the end', () => {
    fc.assert(
      fc.property(placed, fc.string(), ({ texts, index }, other) => {
        fc.pre(!texts.includes(other));
        const leaves = hashed(texts);
        const [path, at] = [inclusionProof(leaves, index), { index, size: leaves.length }];
        const leaf = leaves[index] ?? Buffer.of();
        expect(rootOfProof(leafHash(other), at, path)?.equals(merkleRoot(leaves))).toBe(false);
        expect(rootOfProof(leaf, at, [...path, leaf])).toBeUndefined();
        if (path.length > 0) expect(rootOfProof(leaf, at, path.slice(1))).toBeUndefined();
        expect(rootOfProof(leaf, { index: leaves.length, size: leaves.length }, path)).toBeUndefined();
      }),
    );
  });

  it('never takes a joined pair for an entry', () => {
    const [one, other] = hashed(['one', 'other']);
    if (one === undefined || other === undefined) throw new Error('two leaves');
    expect(leafHash(Buffer.concat([one, other])).equals(merkleRoot([one, other]))).toBe(false);
  });

  it('keeps leaves side by side and finds them again', () => {
    fc.assert(
      fc.property(contents, (texts) => {
        const leaves = hashed(texts);
        expect(leavesOf(Buffer.concat(leaves))).toEqual(leaves);
      }),
    );
  });
});
