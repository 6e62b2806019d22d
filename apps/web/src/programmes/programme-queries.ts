import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** The programmes with their channels, and what a family gets by each. */
export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => answer(api.GET('/api/v1/programmes')),
});
