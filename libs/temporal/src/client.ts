import { Client, Connection } from '@temporalio/client';

export interface TemporalTarget {
  readonly address: string;
  readonly namespace: string;
}

/** A client that connects when first used, so that the API starts and decides while Temporal is away. */
export function connectClient({ address, namespace }: TemporalTarget): Client {
  return new Client({ connection: Connection.lazy({ address, connectTimeout: '3s' }), namespace });
}
