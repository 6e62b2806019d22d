import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { merkleRoot } from './merkle-tree.js';

/** A batch of the trail, closed: which rows it holds, their tree's root, and the seal before it. */
export interface Seal {
  /** From 1, without a gap. */
  readonly number: number;
  readonly firstId: string;
  readonly lastId: string;
  readonly entries: number;
  /** SHA-256 each, as 64 hexadecimal digits. */
  readonly root: string;
  readonly previous: string;
  readonly hash: string;
  /** ISO 8601, milliseconds, UTC. */
  readonly sealedAt: string;
  /** Ed25519 over `sealText`, base64; null where the installation has no key. */
  readonly signature: string | null;
}

/** What the first seal names as the one before it. */
export const NO_SEAL = '0'.repeat(64);

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** SPKI around the 32 bytes of its public half. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The private key of 32 bytes, as AMANAH_AUDIT_KEY gives them. */
export const sealingKey = (bytes: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });

/** The public half of a private key: 32 bytes in base64, to be handed to auditors. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length).toString('base64');

/** What a seal's hash and signature cover: a text that a person can put together from an export, too. */
export const sealText = (seal: Omit<Seal, 'hash' | 'signature'>): string =>
  [
    'amanah audit seal 1',
    `number ${seal.number}`,
    `entries ${seal.entries} from ${seal.firstId} to ${seal.lastId}`,
    `root ${seal.root}`,
    `previous ${seal.previous}`,
    `sealed ${seal.sealedAt}`,
    '',
  ].join('\n');

export const sealHash = (seal: Omit<Seal, 'hash' | 'signature'>): string =>
  createHash('sha256').update(sealText(seal)).digest('hex');

/** Closes a batch behind the seal before it; signed where there is a key. */
export function sealBatch(
  batch: { readonly firstId: string; readonly lastId: string; readonly leaves: readonly Buffer[] },
  before: Pick<Seal, 'number' | 'hash'> | undefined,
  sealedAt: string,
  key?: KeyObject,
): Seal {
  const { firstId, lastId, leaves } = batch;
  const open = {
    ...{ number: (before?.number ?? 0) + 1, firstId, lastId, entries: leaves.length, sealedAt },
    ...{ root: merkleRoot(leaves).toString('hex'), previous: before?.hash ?? NO_SEAL },
  };
  const signature = key === undefined ? null : sign(null, Buffer.from(sealText(open)), key).toString('base64');
  return { ...open, hash: sealHash(open), signature };
}

/** Whether a seal was signed by whoever holds the private half of this key; false for an unsigned one. */
export function isSignedBy(seal: Seal, publicKey: string): boolean {
  const bytes = Buffer.from(publicKey, 'base64');
  if (seal.signature === null || bytes.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(sealText(seal)), key, Buffer.from(seal.signature, 'base64'));
}
