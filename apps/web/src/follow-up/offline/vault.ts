/**
 * What lies on the phone is sealed with a random key (AES-GCM, 256 bits); that key lies there wrapped by the PIN through PBKDF2. A PIN is
 * short: it holds off who finds the phone, and the lease ends the rest. Figures: OWASP's for PBKDF2 with SHA-256.
 */
const ITERATIONS = 600_000;

/** As it lies in the database, in clear: nothing of it opens anything without the PIN. */
export interface Lock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly wrapped: Sealed;
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const named = (name: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(name);

/** Seals and opens what lies on the phone, each under its own name, so that nothing is put in another's place. */
export class Vault {
  private constructor(private readonly key: CryptoKey) {}

  /** A new key under a new PIN. */
  static async make(pin: string): Promise<{ vault: Vault; lock: Lock }> {
    const raw = random(32);
    const salt = random(16);
    const wrapping = new Vault(await keyOf(pin, salt, ITERATIONS));
    const lock = { salt, iterations: ITERATIONS, wrapped: await wrapping.sealBytes('key', raw.buffer) };
    return { vault: await Vault.ofRaw(raw), lock };
  }

  /** Undefined for a wrong PIN. */
  static async open(pin: string, { salt, iterations, wrapped }: Lock): Promise<Vault | undefined> {
    try {
      const raw = await new Vault(await keyOf(pin, salt, iterations)).openBytes('key', wrapped);
      return await Vault.ofRaw(new Uint8Array(raw));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'OperationError') return undefined;
      throw error;
    }
  }

  private static async ofRaw(raw: Uint8Array<ArrayBuffer>): Promise<Vault> {
    return new Vault(await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']));
  }

  async sealBytes(name: string, content: ArrayBuffer): Promise<Sealed> {
    const iv = random(12);
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: named(name) }, this.key, content);
    return { iv, data };
  }

  async openBytes(name: string, { iv, data }: Sealed): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: named(name) }, this.key, data);
  }

  async seal(name: string, value: unknown): Promise<Sealed> {
    return this.sealBytes(name, new TextEncoder().encode(JSON.stringify(value)).buffer);
  }

  async open(name: string, sealed: Sealed): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.openBytes(name, sealed)));
  }
}
