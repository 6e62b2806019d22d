import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { DomainError, type RosterPerson } from '#domain';

/** What is known of a person on a roster; exists in clear only in memory. */
export type PersonalData = RosterPerson;

const NONCE_BYTES = 12;
/** Random bytes are fetched for many records at once: one call to the system a record would cost as much as sealing. */
const NONCES_AT_ONCE = 1_024;
const TAG_BYTES = 16;
/** 4,096 buckets: about three names in each, in a city of 75,000 families. */
const BUCKET_BITS = 12;
const MOST_BUCKETS = 50_000;

/** A key object is imported once; raw bytes would be imported anew for each of a million rows. */
const derive = (key: Buffer, programme: string, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, programme, use, 32)));

/**
 * Seals personal data with AES-256-GCM and makes keyed hashes for search, each under keys of one programme. Whoever
 * holds only the database can neither read nor guess: NIKs are few enough to try, so their hash needs a key too.
 */
export class PersonVault {
  private readonly sealingKey: KeyObject;
  private readonly indexKey: KeyObject;
  private readonly nameKey: KeyObject;
  private readonly buckets = new Map<string, number>();
  private nonces = Buffer.alloc(0);

  constructor(keys: { readonly dataKey: Buffer; readonly indexKey: Buffer }, programme = 'sembako') {
    this.sealingKey = derive(keys.dataKey, programme, 'amanah person');
    this.indexKey = derive(keys.indexKey, programme, 'amanah index');
    this.nameKey = derive(keys.indexKey, programme, 'amanah name');
  }

  /** A different sealed text each time, even for the same person. */
  seal(person: PersonalData): Buffer {
    // The text as it is: a buffer a family would be garbage by the hundred thousand.
    return this.encrypt((cipher) => cipher.update(JSON.stringify(person), 'utf8'));
  }

  /** Throws PERSON_UNREADABLE when the text was altered or sealed under another key. */
  open(sealed: Buffer): PersonalData {
    return JSON.parse(this.openBytes(sealed).toString('utf8')) as PersonalData;
  }

  /** The same for a file that may show a person. */
  sealBytes(content: Buffer): Buffer {
    return this.encrypt((cipher) => cipher.update(content));
  }

  /** Throws PERSON_UNREADABLE when the content was altered or sealed under another key. */
  openBytes(sealed: Buffer): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.sealingKey, sealed.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      throw new DomainError('PERSON_UNREADABLE', 'sealed personal data does not open under this key');
    }
  }

  /** The keyed hash a NIK, KK or account is searched by; the same value always gives the same hash. */
  indexOf(value: string): Buffer {
    return createHmac('sha256', this.indexKey).update(value).digest().subarray(0, 16);
  }

  /**
   * The buckets of a name's words in a city, ascending, each once: twelve bits of a keyed hash. Several names share each, and a word has
   * another bucket in every city, so that neither the buckets nor their likeness say a name.
   */
  nameBuckets(cityCode: string, words: readonly string[]): number[] {
    return [...new Set(words.map((word) => this.bucketOf(`${cityCode} ${word}`)))].sort((one, other) => one - other);
  }

  /** Names repeat: a few thousand words name a city, and each is hashed once. */
  private bucketOf(text: string): number {
    const known = this.buckets.get(text);
    if (known !== undefined) return known;
    const bucket = createHmac('sha256', this.nameKey).update(text).digest().readUInt16BE(0) >> (16 - BUCKET_BITS);
    if (this.buckets.size >= MOST_BUCKETS) this.buckets.clear();
    this.buckets.set(text, bucket);
    return bucket;
  }

  private encrypt(update: (cipher: CipherGCM) => Buffer): Buffer {
    const nonce = this.nextNonce();
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey, nonce);
    const sealed = Buffer.concat([update(cipher), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Never the same bytes twice. */
  private nextNonce(): Buffer {
    if (this.nonces.length === 0) this.nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = this.nonces.subarray(0, NONCE_BYTES);
    this.nonces = this.nonces.subarray(NONCE_BYTES);
    return nonce;
  }
}
