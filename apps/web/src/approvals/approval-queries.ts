import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { ApprovalPolicies, ApprovalPolicy } from '../api/schemas';

export type Band = ApprovalPolicy['bands'][number];
export type Group = Band['groups'][number];
export type Role = Group['role'];
export type ApprovableKind = ApprovalPolicies['kinds'][number]['kind'];

export const approvalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: () => answer(api.GET('/api/v1/approval-policies')),
});

/** Whom a policy may require by name. */
export const approversQuery = (role: Role, territoryCode: string) =>
  queryOptions({
    queryKey: ['approvals', 'officers', role, territoryCode],
    queryFn: () =>
      answer(api.GET('/api/v1/approval-policies/officers', { params: { query: { role, territoryCode } } })),
  });
