import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { NewBudget } from '../../api/schemas';

export const budgetsQuery = queryOptions({
  queryKey: ['budgets'],
  queryFn: () => answer(api.GET('/api/v1/budgets')),
});

/** What a period wants of each year's budget, with a change of its quotas by so much. */
export const periodBudgetQuery = (periodId: string, changeRupiah: string) =>
  queryOptions({
    queryKey: ['periods', periodId, 'budget', changeRupiah],
    queryFn: () =>
      answer(api.GET('/api/v1/periods/{periodId}/budget', { params: { path: { periodId }, query: { changeRupiah } } })),
    placeholderData: keepPreviousData,
  });

const header = (key: string) => ({ 'Idempotency-Key': key });

export const proposeBudget = (body: NewBudget, key: string) =>
  answer(api.POST('/api/v1/budgets', { params: { header: header(key) }, body }));

export const confirmBudget = (budgetId: string) => (_nothing: null, key: string) =>
  answer(api.POST('/api/v1/budgets/{budgetId}/confirm', { params: { path: { budgetId }, header: header(key) } }));

export const refuseBudget = (budgetId: string) => (body: { reason: string }, key: string) =>
  answer(api.POST('/api/v1/budgets/{budgetId}/refuse', { params: { path: { budgetId }, header: header(key) }, body }));

export const withdrawBudget = (budgetId: string) => (_nothing: null, key: string) =>
  answer(api.POST('/api/v1/budgets/{budgetId}/withdraw', { params: { path: { budgetId }, header: header(key) } }));
