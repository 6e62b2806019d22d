import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Family } from '../api/schemas';

export interface FamilyFilter {
  readonly kelurahanCode?: string | undefined;
  readonly state?: Family['state'] | undefined;
  readonly verdict?: NonNullable<Family['verdict']> | 'none' | undefined;
  readonly matchResult?: NonNullable<Family['matchResult']> | undefined;
}

const READING_MS = 1_000;
const PAGE = 100;
const WHOLE_PAGE = 500;

export const rosterQuery = (rosterId: string) =>
  queryOptions({
    queryKey: ['roster', rosterId, 'summary'],
    queryFn: () => answer(api.GET('/api/v1/rosters/{rosterId}', { params: { path: { rosterId } } })),
    refetchInterval: ({ state }) => (state.data?.files.some((file) => file.state === 'reading') ? READING_MS : false),
  });

export const versionsQuery = (rosterId: string) =>
  queryOptions({
    queryKey: ['roster', rosterId, 'versions'],
    queryFn: () => answer(api.GET('/api/v1/rosters/{rosterId}/versions', { params: { path: { rosterId } } })),
  });

/** Families that differ from another version of the same list. */
export const changesQuery = (rosterId: string, from: string) =>
  infiniteQueryOptions({
    queryKey: ['roster', rosterId, 'changes', from],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/rosters/{rosterId}/changes', {
          params: { path: { rosterId }, query: { from, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const known = <Filter extends object>(filter: Filter): Partial<{ [Key in keyof Filter]: NonNullable<Filter[Key]> }> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;

const familiesPage = (rosterId: string, filter: FamilyFilter, limit: number, cursor: string | undefined) =>
  answer(
    api.GET('/api/v1/rosters/{rosterId}/families', {
      params: { path: { rosterId }, query: { ...known(filter), limit, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

export const familiesQuery = (rosterId: string, filter: FamilyFilter) =>
  infiniteQueryOptions({
    queryKey: ['roster', rosterId, 'families', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => familiesPage(rosterId, filter, PAGE, pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Invalid and duplicate rows were left out when the roster was sent; they get no verdict. */
const isOnTheList = ({ state }: Family): boolean => state === 'valid' || state === 'warning';

/** Every family of a kelurahan; the grid filters and walks them without asking again. */
export const kelurahanQuery = (rosterId: string, kelurahanCode: string) =>
  queryOptions({
    queryKey: ['roster', rosterId, 'kelurahan', kelurahanCode],
    queryFn: async (): Promise<Family[]> => {
      const families: Family[] = [];
      let cursor: string | undefined;
      do {
        const page = await familiesPage(rosterId, { kelurahanCode }, WHOLE_PAGE, cursor);
        families.push(...page.rows.filter(isOnTheList));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return families;
    },
    staleTime: Infinity,
  });
