import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const sessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => answer(api.GET('/api/v1/auth/sessions')),
});

const header = (key: string) => ({ 'Idempotency-Key': key });

export const endSession = (sessionId: string, key: string) =>
  answer(api.POST('/api/v1/auth/sessions/{sessionId}/end', { params: { path: { sessionId }, header: header(key) } }));

export const endOtherSessions = (_all: number, key: string) =>
  answer(api.POST('/api/v1/auth/sessions/end-others', { params: { header: header(key) } }));

export const changePassword = (body: { oldPassword: string; newPassword: string }) =>
  answer(api.POST('/api/v1/auth/password', { body }));

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => answer(api.GET('/api/v1/auth/second-factor')),
});

export const beginSecondFactor = (password: string) =>
  answer(api.POST('/api/v1/auth/second-factor', { body: { password } }));

export const confirmSecondFactor = (code: string) =>
  answer(api.POST('/api/v1/auth/second-factor/confirm', { body: { code } }));

export const removeSecondFactor = (body: { password: string; code: string }) =>
  answer(api.DELETE('/api/v1/auth/second-factor', { body }));

export const proveWithCode = (code: string) => answer(api.POST('/api/v1/auth/proof', { body: { code } }));

export const ownResetQuery = queryOptions({
  queryKey: ['own-reset'],
  queryFn: () => answer(api.GET('/api/v1/auth/reset')),
});

export const objectToReset = (_once: null, key: string) =>
  answer(api.POST('/api/v1/auth/reset/object', { params: { header: header(key) } }));

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () => answer(api.GET('/api/v1/auth/passkeys')),
});

export const removePasskey = ({ passkeyId, password }: { passkeyId: string; password: string }) =>
  answer(api.DELETE('/api/v1/auth/passkeys/{passkeyId}', { params: { path: { passkeyId } }, body: { password } }));
