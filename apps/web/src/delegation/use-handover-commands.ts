import { answer, api } from '../api/client';
import { useCommand } from '../api/use-command';

interface Which {
  readonly itemIds?: string[];
}

/** What may be done with one pack. */
export function useHandoverCommands(handoverId: string) {
  const params = (key: string) => ({ path: { handoverId }, header: { 'Idempotency-Key': key } });
  const accept = useCommand((body: Which, key) =>
    answer(api.POST('/api/v1/handovers/{handoverId}/accept', { params: params(key), body })),
  );
  const refuse = useCommand((body: Which & { readonly reason: string }, key) =>
    answer(api.POST('/api/v1/handovers/{handoverId}/refuse', { params: params(key), body })),
  );
  const withdraw = useCommand((_what: 'withdraw', key) =>
    answer(api.POST('/api/v1/handovers/{handoverId}/withdraw', { params: params(key) })),
  );
  return { accept, refuse, withdraw };
}
