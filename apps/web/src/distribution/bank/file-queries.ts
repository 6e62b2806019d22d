import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { known } from '../../api/known';
import type { ExchangedFile } from '../../api/schemas';

const PAGE = 50;

export interface FileFilter {
  readonly text?: string | undefined;
  readonly channel?: NonNullable<ExchangedFile['channel']> | undefined;
  readonly kind?: ExchangedFile['kind'] | undefined;
  readonly state?: ExchangedFile['state'] | undefined;
  readonly periodId?: string | undefined;
  /** The name of who pays; `-` for the bank of the rules. */
  readonly payer?: string | undefined;
  readonly isLate?: 'true' | undefined;
}

export const filesQuery = (filter: FileFilter) =>
  infiniteQueryOptions({
    queryKey: ['bank-files', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/bank-files', {
          params: { query: { limit: PAGE, ...known({ ...filter, cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const fileQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['bank-files', fileId],
    queryFn: () => answer(api.GET('/api/v1/bank-files/{fileId}', { params: { path: { fileId } } })),
  });
