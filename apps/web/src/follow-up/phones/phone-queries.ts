import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** What lies on phones in the reader's territory; with `ended`, what did. */
export const leasesQuery = (ended: boolean) =>
  queryOptions({
    queryKey: ['field-leases', ended],
    queryFn: () => answer(api.GET('/api/v1/field/leases', { params: { query: ended ? { ended: 'true' } : {} } })),
  });

/** Visits with two notes, of the territory or of one case. */
export const versionsQuery = (caseId?: string) =>
  queryOptions({
    queryKey: ['field-conflicts', caseId],
    queryFn: () =>
      answer(api.GET('/api/v1/field/conflicts', { params: { query: caseId === undefined ? {} : { caseId } } })),
  });

export const revokeLease = (leaseId: string) => (body: { readonly reason: string }) =>
  answer(api.POST('/api/v1/field/leases/{leaseId}/revoke', { params: { path: { leaseId } }, body }));
