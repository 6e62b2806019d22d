import { MutationCache, QueryCache, type QueryClient } from '@tanstack/react-query';
import { isPassing, ProblemError } from '../api/problem';
import { EagerQueryClient } from './eager-query-client';

type OnSessionEnd = () => void;

const ATTEMPTS = 3;

/** One answer to an ended session, wherever it is noticed. A refusal is final; a failure is asked again. */
export function createQueryClient(onSessionEnd: OnSessionEnd): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof ProblemError && error.problem.code === 'SESSION_REQUIRED') onSessionEnd();
  };
  return new EagerQueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        retry: (failures, error) => isPassing(error) && failures < ATTEMPTS,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
