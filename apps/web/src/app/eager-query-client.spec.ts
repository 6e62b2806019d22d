import { QueryObserver } from '@tanstack/react-query';
import { EagerQueryClient } from './eager-query-client';

const KEY = ['notifications', 'count'];

/** A server whose answers leave at once and arrive when the test says so. */
function slowServer() {
  let stored = 0;
  const onTheirWay: (() => void)[] = [];
  return {
    tell: () => (stored += 1),
    requests: () => onTheirWay.length,
    ask: (): Promise<number> => {
      const answer = stored;
      return new Promise((arrive) => {
        onTheirWay.push(() => {
          arrive(answer);
        });
      });
    },
    arrive: async (index: number) => {
      onTheirWay[index]?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

function watched(server: ReturnType<typeof slowServer>) {
  const client = new EagerQueryClient();
  const observer = new QueryObserver(client, { queryKey: KEY, queryFn: server.ask });
  const leave = observer.subscribe(() => undefined);
  const stop = (): void => {
    leave();
    client.clear();
  };
  return { client, seen: () => observer.getCurrentResult().data, stop };
}

test('what changes while the first answer is on its way is asked for again once it is there', async () => {
  const server = slowServer();
  const { client, seen, stop } = watched(server);
  server.tell();
  const done = client.invalidateQueries({ queryKey: ['notifications'] });
  await server.arrive(0);
  expect(seen()).toBe(0);
  expect(server.requests()).toBe(2);
  await server.arrive(1);
  await done;
  expect(seen()).toBe(1);
  stop();
});

test('what is shown already is asked for once', async () => {
  const server = slowServer();
  const { client, seen, stop } = watched(server);
  await server.arrive(0);
  server.tell();
  const done = client.invalidateQueries({ queryKey: ['notifications'] });
  await server.arrive(1);
  await done;
  expect(seen()).toBe(1);
  expect(server.requests()).toBe(2);
  stop();
});

test('what is only marked as old is not fetched for it', async () => {
  const server = slowServer();
  const { client, stop } = watched(server);
  const done = client.invalidateQueries({ queryKey: KEY, refetchType: 'none' });
  await server.arrive(0);
  await done;
  expect(server.requests()).toBe(1);
  stop();
});
