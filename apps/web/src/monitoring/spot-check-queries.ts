import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { known } from '../api/known';
import type { SpotCheckRow, SpotDraw, SpotFamily, SpotResult } from '../api/schemas';

const PAGE = 50;
const header = (key: string) => ({ 'Idempotency-Key': key });

export interface SpotCheckFilter {
  readonly state?: SpotCheckRow['state'] | undefined;
  /** A part of a city's name. */
  readonly text?: string | undefined;
}
export type SpotFamilyView = 'to_visit' | 'answered' | 'unreached';
export type SpotPlanWanted = Pick<SpotDraw, 'periodId' | 'cityCode' | 'confidence' | 'margin' | 'mostVisits'>;

export const spotChecksQuery = (filter: SpotCheckFilter) =>
  infiniteQueryOptions({
    queryKey: ['spot-checks', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/spot-checks', { params: { query: known({ limit: PAGE, ...filter, cursor }) } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const spotCheckQuery = (spotCheckId: string) =>
  queryOptions({
    queryKey: ['spot-check', spotCheckId],
    queryFn: () => answer(api.GET('/api/v1/spot-checks/{spotCheckId}', { params: { path: { spotCheckId } } })),
  });

export const spotFamiliesQuery = (spotCheckId: string, view: SpotFamilyView | undefined) =>
  infiniteQueryOptions({
    queryKey: ['spot-check', spotCheckId, 'families', view],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/spot-checks/{spotCheckId}/families', {
          params: { path: { spotCheckId }, query: known({ limit: PAGE, view, cursor }) },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const spotPlanQuery = (wanted: SpotPlanWanted) =>
  queryOptions({
    queryKey: ['spot-plan', wanted],
    queryFn: () => answer(api.GET('/api/v1/spot-checks/plan', { params: { query: { ...wanted, ...known(wanted) } } })),
  });

export const drawSpotCheck = (body: SpotDraw, key: string) =>
  answer(api.POST('/api/v1/spot-checks', { params: { header: header(key) }, body }));

export const closeSpotCheck = (spotCheckId: string, key: string) =>
  answer(
    api.POST('/api/v1/spot-checks/{spotCheckId}/close', { params: { path: { spotCheckId }, header: header(key) } }),
  );

export const noteSpotResult =
  (spotCheckId: string, { id: familyId }: SpotFamily) =>
  (body: SpotResult, key: string) =>
    answer(
      api.POST('/api/v1/spot-checks/{spotCheckId}/families/{familyId}/results', {
        params: { path: { spotCheckId, familyId }, header: header(key) },
        body,
      }),
    );

export const replaceSpotFamily = (spotCheckId: string) => (familyId: string, key: string) =>
  answer(
    api.POST('/api/v1/spot-checks/{spotCheckId}/families/{familyId}/replace', {
      params: { path: { spotCheckId, familyId }, header: header(key) },
    }),
  );
