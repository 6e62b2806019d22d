import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../shared/language/language';
import type { paths } from './generated';
import { ProblemError, problemOf } from './problem';

export const api = createClient<paths>({ baseUrl: '/' });

const speakTheLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
};
api.use(speakTheLanguage);

type Reply<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** The body of a good answer. Throws ProblemError for every other, so that queries and commands fail alike. */
export async function answer<Data>(reply: Reply<Data>): Promise<Data> {
  const { data, error, response } = await reply;
  if (!response.ok) throw new ProblemError(problemOf(error, response.status));
  return data as Data;
}
