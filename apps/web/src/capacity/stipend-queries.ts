import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NewStipendStatement } from '../api/schemas';

export const stipendsQuery = queryOptions({
  queryKey: ['stipends'],
  queryFn: () => answer(api.GET('/api/v1/stipends')),
});

export const ownStipendsQuery = queryOptions({
  queryKey: ['stipends', 'own'],
  queryFn: () => answer(api.GET('/api/v1/stipends/own')),
});

const header = (key: string) => ({ 'Idempotency-Key': key });

export const proposeStipends = (body: NewStipendStatement, key: string) =>
  answer(api.POST('/api/v1/stipends', { params: { header: header(key) }, body }));

export const approveStipends = (statementId: string) => (_nothing: null, key: string) =>
  answer(
    api.POST('/api/v1/stipends/{statementId}/approve', { params: { path: { statementId }, header: header(key) } }),
  );

export const refuseStipends = (statementId: string) => (body: { reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/stipends/{statementId}/refuse', { params: { path: { statementId }, header: header(key) }, body }),
  );

export const withdrawStipends = (statementId: string) => (_nothing: null, key: string) =>
  answer(
    api.POST('/api/v1/stipends/{statementId}/withdraw', { params: { path: { statementId }, header: header(key) } }),
  );
