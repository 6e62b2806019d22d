import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** What is looked for, and why. It lives in memory until the sign-out, and in no address and no key: it may be a NIK. */
export interface Wanted {
  readonly text: string;
  readonly kelurahanCode: string | null;
  readonly purpose: string;
  /** Tells one search from the next; 0 while nothing was looked for. */
  readonly at: number;
}

const NOTHING: Wanted = { text: '', kelurahanCode: null, purpose: '', at: 0 };
const KEY = ['family-search', 'wanted'];
const TEN_MINUTES = 600_000;

/** The search of this session, and how to begin another one. */
export function useWanted(): readonly [Wanted, (wanted: Omit<Wanted, 'at'>) => void] {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => NOTHING,
    initialData: NOTHING,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return [
    data,
    (wanted) => {
      client.setQueryData(KEY, { ...wanted, at: data.at + 1 });
    },
  ];
}

/** Each search is counted and recorded, so it is asked once: neither a return to the page nor to the window repeats it. */
export const foundQuery = ({ text, kelurahanCode, purpose, at }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['family-search', 'found', at],
    enabled: at > 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.POST('/api/v1/families/search', {
          body: {
            ...{ purpose, limit: 50 },
            ...(text.trim() === '' ? {} : { text }),
            ...(kelurahanCode === null ? {} : { kelurahanCode }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: Infinity,
    gcTime: TEN_MINUTES,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });

export const placesQuery = queryOptions({
  queryKey: ['family-search', 'places'],
  queryFn: () => answer(api.GET('/api/v1/families/places')),
  staleTime: Infinity,
});
