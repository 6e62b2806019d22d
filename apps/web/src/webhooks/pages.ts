export { DeliveriesPage } from './deliveries-page';
export { DeliveryPage } from './delivery-page';
export { WebhooksPage } from './webhooks-page';
