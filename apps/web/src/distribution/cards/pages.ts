export { CardPage } from './card-page';
export { CardsPage } from './cards-page';
