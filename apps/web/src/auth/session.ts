import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { ProblemError } from '../api/problem';
import type { Me } from '../api/schemas';

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await answer(api.GET('/api/v1/auth/me'));
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The signed-in person; only below the shell, which lets nobody else in. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error('the shell lets only signed-in people in');
  return data;
}

/** Where to go once signed in: to the page that was asked for, if it is one of ours. */
export const landing = (to: string | null | undefined): string =>
  to?.startsWith('/') === true && !to.startsWith('//') ? to : '/';

export const may = (me: Me, power: string): boolean => me.powers.includes(power);
