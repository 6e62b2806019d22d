import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';

const ofOutreach = { getParentRoute: () => shell, loader: () => bringWords('outreach') };
const pages = () => import('../../outreach/pages');

const outreach = createRoute({
  ...ofOutreach,
  path: '/outreach',
  validateSearch: search.OutreachSearch,
  component: lazyRouteComponent(pages, 'OutreachPage'),
});

const campaigns = createRoute({
  ...ofOutreach,
  path: '/outreach/campaigns',
  validateSearch: search.OutreachSearch,
  component: lazyRouteComponent(pages, 'CampaignsPage'),
});

const campaign = createRoute({
  ...ofOutreach,
  path: '/outreach/campaigns/$campaignId',
  component: lazyRouteComponent(pages, 'CampaignPage'),
});

const sessions = createRoute({
  ...ofOutreach,
  path: '/outreach/sessions',
  validateSearch: search.OutreachSearch,
  component: lazyRouteComponent(pages, 'SessionsPage'),
});

const session = createRoute({
  ...ofOutreach,
  path: '/outreach/sessions/$sessionId',
  component: lazyRouteComponent(pages, 'SessionPage'),
});

const effect = createRoute({
  ...ofOutreach,
  path: '/outreach/effect',
  validateSearch: search.OutreachEffectSearch,
  component: lazyRouteComponent(pages, 'EffectPage'),
});

/** Where families are told what they need to know, and what that changed. */
export const outreachRoutes = [outreach, campaigns, campaign, sessions, session, effect] as const;
