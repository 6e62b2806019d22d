import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const familyQuery = (code: string) =>
  queryOptions({
    queryKey: ['family', code],
    queryFn: () => answer(api.GET('/api/v1/families/{code}', { params: { path: { code } } })),
  });
