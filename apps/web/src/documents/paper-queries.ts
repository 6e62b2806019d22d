import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** The signatures over a paper; needs no session. */
export const signedPaperQuery = (hash: string) =>
  queryOptions({
    queryKey: ['paper', hash],
    queryFn: () => answer(api.GET('/api/v1/papers/{hash}', { params: { path: { hash } } })),
  });
