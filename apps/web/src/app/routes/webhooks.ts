import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';

const ofWebhooks = { getParentRoute: () => shell, loader: () => bringWords('webhooks') };
const pages = () => import('../../webhooks/pages');

const webhooks = createRoute({
  ...ofWebhooks,
  path: '/webhooks',
  component: lazyRouteComponent(pages, 'WebhooksPage'),
});

const deliveries = createRoute({
  ...ofWebhooks,
  path: '/webhooks/deliveries',
  validateSearch: search.WebhooksSearch,
  component: lazyRouteComponent(pages, 'DeliveriesPage'),
});

const delivery = createRoute({
  ...ofWebhooks,
  path: '/webhooks/deliveries/$deliveryId',
  component: lazyRouteComponent(pages, 'DeliveryPage'),
});

/** What other systems wait for, and what was sent to them. */
export const webhookRoutes = [webhooks, deliveries, delivery] as const;
