import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { problemOf, ProblemError } from '../api/problem';
import { proofOfWork } from '../api/proof-of-work';
import type { HeldComplaint, PublicComplaint, TakenComplaint } from '../api/schemas';
import { currentLanguage } from '../shared/language/language';

export const MOST_PHOTO_BYTES = 10_000_000;

export const citiesQuery = queryOptions({
  queryKey: ['complaint-cities'],
  queryFn: () => answer(api.GET('/api/v1/public/complaints/cities')),
});

/** Sends the form with the browser's work. */
export async function sendComplaint(form: Omit<PublicComplaint, 'proof'>): Promise<TakenComplaint> {
  const proof = await proofOfWork();
  const body = proof === undefined ? form : { ...form, proof };
  return answer(api.POST('/api/v1/public/complaints', { body }));
}

/** The complaint is there already; a photo that is refused takes nothing from it. */
export async function sendPhoto({ number, secret }: HeldComplaint, photo: File): Promise<void> {
  const body = new FormData();
  body.append('file', photo);
  const headers = {
    ...{ 'x-complaint-number': number, 'x-complaint-secret': secret, 'accept-language': currentLanguage() },
  };
  const response = await fetch('/api/v1/public/complaints/photos', { method: 'POST', headers, body });
  if (!response.ok) throw new ProblemError(problemOf(await response.json(), response.status));
}

export const followComplaint = (body: HeldComplaint) => answer(api.POST('/api/v1/public/complaints/follow', { body }));

export const addToComplaint = (what: 'add' | 'appeal', held: HeldComplaint) => (text: string) => {
  const body = { ...held, text };
  return what === 'add'
    ? answer(api.POST('/api/v1/public/complaints/add', { body }))
    : answer(api.POST('/api/v1/public/complaints/appeal', { body }));
};
