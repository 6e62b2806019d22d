import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { NewServiceArea } from '../../api/schemas';

export const servicesQuery = queryOptions({
  queryKey: ['service-areas'],
  queryFn: () => answer(api.GET('/api/v1/service-areas')),
});

const header = (key: string) => ({ 'Idempotency-Key': key });

export const proposeArea = (body: NewServiceArea, key: string) =>
  answer(api.POST('/api/v1/service-areas', { params: { header: header(key) }, body }));

export const confirmArea = (areaId: string) => (_nothing: null, key: string) =>
  answer(api.POST('/api/v1/service-areas/{areaId}/confirm', { params: { path: { areaId }, header: header(key) } }));

export const refuseArea = (areaId: string) => (body: { reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/service-areas/{areaId}/refuse', { params: { path: { areaId }, header: header(key) }, body }),
  );

export const withdrawArea = (areaId: string) => (_nothing: null, key: string) =>
  answer(api.POST('/api/v1/service-areas/{areaId}/withdraw', { params: { path: { areaId }, header: header(key) } }));
