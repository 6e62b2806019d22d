import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
} from '@simplewebauthn/server';
import type { Config } from '#config';
import { DomainError } from '#domain';
import type { PasskeyRow } from '#persistence';
import type { NewPasskey, PasskeyAnswer } from './passkeys.schemas.js';

type Place = NonNullable<Config['passkeys']>;

const refOf = ({ credentialId: id, transports }: PasskeyRow) => ({
  id,
  transports: transports as AuthenticatorTransport[],
});

/** For a new passkey: the device must recognise who holds it, and none that is known is made twice. */
export const optionsToMake = (
  { rpId }: Place,
  { officerId, username, fullName }: { officerId: string; username: string; fullName: string },
  known: readonly PasskeyRow[],
) =>
  generateRegistrationOptions({
    ...{ rpName: 'Amanah', rpID: rpId, userName: username, userDisplayName: fullName, attestationType: 'none' },
    userID: new Uint8Array(Buffer.from(officerId.replaceAll('-', ''), 'hex')),
    excludeCredentials: known.map(refOf),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });

export const optionsToSign = ({ rpId }: Place, known: readonly PasskeyRow[]) =>
  generateAuthenticationOptions({ rpID: rpId, userVerification: 'required', allowCredentials: known.map(refOf) });

/** What is kept of a new one. Throws PASSKEY_WRONG where challenge, place, signature or the recognition of its holder is amiss. */
export async function madeBy({ rpId, origin }: Place, challenge: string, answer: NewPasskey['answer']) {
  const made = await refused(() =>
    verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true },
    }),
  );
  if (!made.verified) throw wrong();
  const { id: credentialId, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  return { credentialId, publicKey, counter, transports };
}

/** The count that the device signed. Throws PASSKEY_WRONG; whether it counts back is for the database to say, in one statement. */
export async function signedBy(
  { rpId, origin }: Place,
  challenge: string,
  passkey: PasskeyRow,
  answer: PasskeyAnswer,
): Promise<number> {
  const signed = await refused(() =>
    verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true },
      credential: { ...refOf(passkey), publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    }),
  );
  if (!signed.verified) throw wrong();
  return signed.authenticationInfo.newCounter;
}

export const wrong = (): DomainError => new DomainError('PASSKEY_WRONG', 'the passkey did not prove who this is');

/** The library says by throwing what is amiss, which is nobody's business but ours. */
async function refused<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw wrong();
  }
}
