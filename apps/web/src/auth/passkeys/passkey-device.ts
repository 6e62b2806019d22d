import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { answer, api } from '../../api/client';
import type { PasskeyAnswer } from '../../api/schemas';

/** Has the device make a passkey, and the server keep its public half. */
export async function makePasskey({ name, password }: { name: string; password: string }): Promise<void> {
  const { options } = await answer(api.POST('/api/v1/auth/passkeys/begin', { body: { password } }));
  const made = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON });
  await answer(api.POST('/api/v1/auth/passkeys', { body: { name, answer: made as never } }));
}

const signed = async (options: unknown): Promise<PasskeyAnswer> =>
  (await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })) as PasskeyAnswer;

/** Proves by a passkey that it is the officer. */
export async function proveWithPasskey(): Promise<void> {
  const { options } = await answer(api.POST('/api/v1/auth/passkeys/proof/begin'));
  await answer(api.POST('/api/v1/auth/passkeys/proof', { body: { answer: await signed(options) } }));
}

/** What a passkey answers at sign-in, for the password that goes with it. */
export async function passkeyAt(credentials: { username: string; password: string }): Promise<PasskeyAnswer> {
  const { options } = await answer(api.POST('/api/v1/auth/passkeys/sign-in', { body: credentials }));
  return signed(options);
}
