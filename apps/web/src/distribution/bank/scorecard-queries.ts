import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { known } from '../../api/known';

export const SCORE_SORTS = ['newest', 'late', 'failed', 'breaks', 'idle'] as const;

export interface ScoreFilter {
  readonly text?: string | undefined;
  readonly channel?: 'card' | 'post' | undefined;
  readonly sort?: (typeof SCORE_SORTS)[number] | undefined;
  readonly over?: number | undefined;
}

export const scoresQuery = (periodId: string, filter: ScoreFilter) =>
  queryOptions({
    queryKey: ['period', periodId, 'scorecard', filter],
    queryFn: () =>
      answer(api.GET('/api/v1/periods/{periodId}/scorecard', { params: { path: { periodId }, query: known(filter) } })),
  });
