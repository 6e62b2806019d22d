import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { root } from './frame';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: search.SignInSearch,
  loader: () => bringWords('auth'),
  component: lazyRouteComponent(() => import('../../auth/sign-in-page'), 'SignInPage'),
});

const provider = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/provider',
  loader: () => bringWords('auth'),
  component: lazyRouteComponent(() => import('../../auth/provider/provider-page'), 'ProviderPage'),
});

const activate = createRoute({
  getParentRoute: () => root,
  path: '/activate',
  validateSearch: search.ActivateSearch,
  loader: () => bringWords('organisation', 'auth'),
  component: lazyRouteComponent(() => import('../../auth/activate-page'), 'ActivatePage'),
});

const pengaduan = createRoute({
  getParentRoute: () => root,
  path: '/pengaduan',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../../complaints/pengaduan-page'), 'PengaduanPage'),
});

const pengaduanStatus = createRoute({
  getParentRoute: () => root,
  path: '/pengaduan/status',
  loader: () => bringWords('complaints'),
  component: lazyRouteComponent(() => import('../../complaints/status-page'), 'StatusPage'),
});

const cek = createRoute({
  getParentRoute: () => root,
  path: '/cek',
  loader: () => bringWords('families'),
  component: lazyRouteComponent(() => import('../../families/cek-page'), 'CekPage'),
});

const hash = createRoute({
  getParentRoute: () => root,
  path: '/hash/$hash',
  loader: () => bringWords('documents'),
  component: lazyRouteComponent(() => import('../../documents/hash-page'), 'HashPage'),
});

/** Open to whoever comes by. */
export const publicRoutes = [signIn, provider, activate, pengaduan, pengaduanStatus, cek, hash] as const;
