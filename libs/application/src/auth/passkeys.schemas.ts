import { z } from 'zod';
import { instant } from '../shared/shapes.js';

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]{1,8192}$/);
const Extensions = z.record(z.string().max(40), z.unknown());
const Attachment = z.enum(['platform', 'cross-platform']).optional();
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What the browser answers when a passkey signs (WebAuthn level 3, JSON). */
export const PasskeyAnswer = z
  .strictObject({
    id: Base64Url,
    rawId: Base64Url,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.strictObject({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.optional(),
    }),
  })
  .meta({ id: 'PasskeyAnswer' });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const NewPasskey = z
  .strictObject({
    /** As the officer calls it, such as the phone's make. */
    name: z.string().trim().min(1).max(60),
    /** What the browser answers when a passkey is made. */
    answer: z.strictObject({
      id: Base64Url,
      rawId: Base64Url,
      type: z.literal('public-key'),
      authenticatorAttachment: Attachment,
      clientExtensionResults: Extensions,
      response: z.strictObject({
        clientDataJSON: Base64Url,
        attestationObject: Base64Url,
        authenticatorData: Base64Url.optional(),
        transports: z.array(z.enum(TRANSPORTS)).max(8).optional(),
        publicKeyAlgorithm: z.int().optional(),
        publicKey: Base64Url.optional(),
      }),
    }),
  })
  .meta({ id: 'NewPasskey' });
export type NewPasskey = z.infer<typeof NewPasskey>;

export const PasskeyProof = z.strictObject({ answer: PasskeyAnswer }).meta({ id: 'PasskeyProof' });
export type PasskeyProof = z.infer<typeof PasskeyProof>;

export const PasskeyList = z
  .object({
    /** Whether this installation has a name that passkeys can belong to. */
    isOffered: z.boolean(),
    passkeys: z.array(z.object({ id: z.uuid(), name: z.string(), createdAt: instant(), usedAt: instant().nullable() })),
  })
  .meta({ id: 'PasskeyList' });

/** What the browser is to hand to the device, as WebAuthn says it. */
export const PasskeyOptions = z.object({ options: z.record(z.string(), z.unknown()) }).meta({ id: 'PasskeyOptions' });
