import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

const sha256 = (content: Buffer | string): Buffer => createHash('sha256').update(content).digest();
const url = (content: Buffer): string => content.toString('base64url');

/** What a device or a page may do otherwise than it should. */
export interface Odd {
  readonly origin?: string;
  readonly rpId?: string;
  /** The device felt a touch, and did not recognise who touched it. */
  readonly isUnverified?: boolean;
  /** Where its count stands. */
  readonly counter?: number;
  readonly challenge?: string;
}

/** A device that makes one passkey (ES256) and signs by it, as WebAuthn level 3 has it written down in JSON. */
export class SoftPasskey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(16);
  #counter = 0;

  constructor(
    private readonly origin: string,
    private readonly rpId: string,
  ) {}

  /** What the browser hands on when the passkey was made. */
  made(challenge: string, odd: Odd = {}): object {
    const size = Buffer.alloc(2);
    size.writeUInt16BE(this.#id.length);
    const credential = Buffer.concat([Buffer.alloc(16), size, this.#id, this.#coseKey()]);
    const authenticator = Buffer.concat([this.#head(odd, HAS_KEY), credential]);
    const length = Buffer.from([0x58, authenticator.length]);
    const attestation = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), length, authenticator],
    ]);
    const clientDataJSON = url(this.#clientData('webauthn.create', challenge, odd));
    return this.#answer({ clientDataJSON, attestationObject: url(attestation) });
  }

  /** What it hands on when it signed. */
  signed(challenge: string, odd: Odd = {}): object {
    const authenticator = this.#head(odd, 0);
    const clientData = this.#clientData('webauthn.get', challenge, odd);
    const signature = sign('sha256', Buffer.concat([authenticator, sha256(clientData)]), this.#keys.privateKey);
    return this.#answer({
      ...{ clientDataJSON: url(clientData), authenticatorData: url(authenticator), signature: url(signature) },
    });
  }

  #answer(response: object): object {
    const id = url(this.#id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string, odd: Odd): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin: odd.origin ?? this.origin }),
    );
  }

  #head({ rpId = this.rpId, isUnverified = false, counter }: Odd, more: number): Buffer {
    this.#counter = counter ?? this.#counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.from([PRESENT | (isUnverified ? 0 : VERIFIED) | more]), count]);
  }

  /** The public half as COSE writes it: key type EC2, algorithm ES256, curve P-256, x and y. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      ...[Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]), Buffer.from(x, 'base64url')],
      ...[Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y, 'base64url')],
    ]);
  }
}

/** A short text as CBOR writes it. */
const text = (words: string): Buffer => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
