import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

export const outlinesQuery = (territoryCode: string) =>
  queryOptions({
    queryKey: ['outlines', territoryCode],
    queryFn: () =>
      answer(api.GET('/api/v1/territories/{territoryCode}/outlines', { params: { path: { territoryCode } } })),
    // Borders do not change while somebody looks at them.
    staleTime: Infinity,
  });
