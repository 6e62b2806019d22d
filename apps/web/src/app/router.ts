import { createRouter } from '@tanstack/react-router';
import { parseSearch } from './address';
import { createQueryClient } from './query-client';
import { routeTree } from './routes';

export const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { to: href, ended: true }, replace: true });
});

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
