import { z } from 'zod';
import { ROLE_NAMES } from '#domain';
import { LANGUAGES } from '#messages';
import { PasskeyAnswer } from './passkeys.schemas.js';
import { instant } from '../shared/shapes.js';

export const Credentials = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  /** Of the authenticator app, or a recovery code; asked for where a second factor is set up. */
  code: z.string().min(1).max(20).optional(),
  /** Of a passkey that was asked by `passkeys/sign-in`, in the place of a code. */
  passkey: PasskeyAnswer.optional(),
});
export type Credentials = z.infer<typeof Credentials>;

/** What it is made of is the officer's choice, as long as it is not among what is guessed first: `demandStrength`. */
const SHORTEST_PASSWORD = 12;

export const Activation = z
  .strictObject({
    username: z.string().min(1).max(100),
    code: z.string().min(1).max(40),
    password: z.string().min(SHORTEST_PASSWORD).max(200),
  })
  .meta({ id: 'Activation' });
export type Activation = z.infer<typeof Activation>;

export const NewPassword = z
  .strictObject({ oldPassword: z.string().min(1).max(200), newPassword: z.string().min(SHORTEST_PASSWORD).max(200) })
  .meta({ id: 'NewPassword' });
export type NewPassword = z.infer<typeof NewPassword>;

export const OwnSessions = z
  .array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['web', 'bearer']),
      address: z.string(),
      /** What the browser or program called itself. */
      client: z.string(),
      startedAt: instant(),
      usedAt: instant(),
      expiresAt: instant(),
      isCurrent: z.boolean(),
    }),
  )
  .meta({ id: 'OwnSessions' });

/** A right password, for the question that a passkey answers. */
export const PasskeySignIn = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});
export type PasskeySignIn = z.infer<typeof PasskeySignIn>;

export const LanguageChoice = z.strictObject({ language: z.enum(LANGUAGES) });
export type LanguageChoice = z.infer<typeof LanguageChoice>;

export const Me = z
  .object({
    officerId: z.uuid(),
    username: z.string(),
    fullName: z.string(),
    language: z.string(),
    sandbox: z.boolean(),
    now: instant(),
    appointments: z.array(
      z.object({
        id: z.uuid(),
        role: z.enum(ROLE_NAMES),
        officeName: z.string(),
        territoryCode: z.string(),
        validFrom: z.string(),
        validTo: z.string().nullish(),
      }),
    ),
    powers: z.array(z.string()),
    /** Offices of absent officers in which this person stands in today. */
    standsFor: z.array(
      z.object({
        delegationId: z.uuid(),
        principal: z.string(),
        /** Who passed it on before it came here. */
        between: z.array(z.string()),
        role: z.enum(ROLE_NAMES),
        officeName: z.string(),
        validTo: z.string(),
      }),
    ),
  })
  .meta({ id: 'Me' });

export const BearerToken = z.object({ token: z.string(), expiresAt: instant() }).meta({ id: 'BearerToken' });

/** The identity provider that people may sign in with; without one its name is null. */
export const ProviderOffer = z.object({ name: z.string().nullable() }).meta({ id: 'ProviderOffer' });
export const BeginProvider = z
  .strictObject({
    /** The page to go on to. */
    to: z.string().max(2000).optional(),
  })
  .meta({ id: 'BeginProvider' });
export type BeginProvider = z.infer<typeof BeginProvider>;
export const ProviderAddress = z.object({ address: z.string() }).meta({ id: 'ProviderAddress' });
export const FinishProvider = z
  .strictObject({
    /** The query that the provider sent the browser back with. */
    query: z.string().max(4000),
  })
  .meta({ id: 'FinishProvider' });
export type FinishProvider = z.infer<typeof FinishProvider>;
export const ProviderFinished = z.object({ to: z.string().nullable() }).meta({ id: 'ProviderFinished' });

export const DemoAccounts = z
  .array(
    z.object({
      username: z.string(),
      fullName: z.string(),
      role: z.string(),
      office: z.string(),
      level: z.string(),
      territoryCode: z.string(),
    }),
  )
  .meta({ id: 'DemoAccounts' });

const Code = z.string().trim().min(1).max(20);

export const SecondFactorState = z
  .object({ isSetUp: z.boolean(), recoveryLeft: z.int() })
  .meta({ id: 'SecondFactorState' });

export const BeginSecondFactor = z.strictObject({ password: z.string().min(1).max(200) });
export type BeginSecondFactor = z.infer<typeof BeginSecondFactor>;

/** For the app, once: the address that a QR code holds, and the secret to type (base32). */
export const NewSecondFactor = z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'NewSecondFactor' });

export const ProofCode = z.strictObject({ code: Code });
export type ProofCode = z.infer<typeof ProofCode>;

export const RemoveSecondFactor = z.strictObject({ password: z.string().min(1).max(200), code: Code });
export type RemoveSecondFactor = z.infer<typeof RemoveSecondFactor>;

/** Shown once; each lets in once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
