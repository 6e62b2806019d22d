import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { known } from '../../api/known';
import { postFile } from '../../api/post-file';
import type { CardFileTaken, CardSaying } from '../../api/schemas';
import type { CARD_SORTS, CARD_WANTS, CardState } from './card-words';

const PAGE = 50;
const header = (key: string) => ({ 'Idempotency-Key': key });

export interface CardFilter {
  readonly state?: CardState | undefined;
  readonly want?: (typeof CARD_WANTS)[number] | undefined;
  readonly bank?: string | undefined;
  readonly territory?: string | undefined;
  readonly text?: string | undefined;
  readonly sort?: (typeof CARD_SORTS)[number] | undefined;
}

export const cardsQuery = (filter: CardFilter) =>
  infiniteQueryOptions({
    queryKey: ['cards', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/cards', { params: { query: known({ limit: PAGE, ...filter, cursor }) } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const cardTotalsQuery = (territory: string | undefined) =>
  queryOptions({
    queryKey: ['cards', 'totals', territory],
    queryFn: () => answer(api.GET('/api/v1/cards/totals', { params: { query: known({ territory }) } })),
  });

export const proveCards = () => answer(api.GET('/api/v1/cards/proof'));

export const cardQuery = (cardId: string) =>
  queryOptions({
    queryKey: ['card', cardId],
    queryFn: () => answer(api.GET('/api/v1/cards/{cardId}', { params: { path: { cardId } } })),
  });

export const familyCardsQuery = (code: string) =>
  queryOptions({
    queryKey: ['family', code, 'cards'],
    queryFn: () => answer(api.GET('/api/v1/families/{code}/cards', { params: { path: { code } } })),
  });

export const cardFilesQuery = () =>
  queryOptions({ queryKey: ['card-files'], queryFn: () => answer(api.GET('/api/v1/card-files')) });

export const sendCardFile = (file: File, isRehearsal: boolean) =>
  postFile<CardFileTaken>(`/api/v1/card-files?rehearse=${isRehearsal ? 'yes' : 'no'}`, file);

export const sayOfCard = (cardId: string) => (body: CardSaying, key: string) =>
  answer(api.POST('/api/v1/cards/{cardId}/words', { params: { path: { cardId }, header: header(key) }, body }));

export const confirmReason = (cardId: string) => (wordId: string, key: string) =>
  answer(
    api.POST('/api/v1/cards/{cardId}/confirm', {
      params: { path: { cardId }, header: header(key) },
      body: { wordId },
    }),
  );

export const setWordAside = (cardId: string, wordId: string) => (note: string, key: string) =>
  answer(
    api.POST('/api/v1/cards/{cardId}/set-aside', {
      params: { path: { cardId }, header: header(key) },
      body: { wordId, note },
    }),
  );
