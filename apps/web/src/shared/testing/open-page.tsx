import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createQueryClient } from '../../app/query-client';
import { theme } from '../look/theme';

const clients: ReturnType<typeof createQueryClient>[] = [];
afterEach(() => {
  cleanup();
  for (const client of clients.splice(0)) client.clear();
  localStorage.clear();
});

const ADDRESSES = ['/', '/inbox', '/tasks/$taskId'] as const;

/** The element as the first page of an app whose other pages say only their address; ends when it is shown. */
export async function openPage(element: ReactNode): Promise<UserEvent> {
  const root = createRootRoute({ component: Outlet });
  const routes = ADDRESSES.map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => (path === '/' ? element : <h1>{path}</h1>) }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  const client = createQueryClient(() => undefined);
  clients.push(client);
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <main>
          <RouterProvider router={router as never} />
        </main>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('main');
  return userEvent.setup();
}
