import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bringWords } from '../../shared/language/language';
import * as search from '../search';
import { shell } from './frame';

/** What the pages of money share. */
const ofMoney = { getParentRoute: () => shell, loader: () => bringWords('money') };

const money = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/cities/$cityCode/money',
  validateSearch: search.MoneySearch,
  component: lazyRouteComponent(() => import('../../money/statement/statement-page'), 'StatementPage'),
});

const wideMoney = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/money',
  validateSearch: search.WideMoneySearch,
  component: lazyRouteComponent(() => import('../../money/statement/wide-statement-page'), 'WideStatementPage'),
});

const entitlements = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/entitlements',
  validateSearch: search.EntitlementsSearch,
  component: lazyRouteComponent(() => import('../../money/entitlements-page'), 'EntitlementsPage'),
});

const breaks = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/breaks',
  validateSearch: search.BreaksSearch,
  component: lazyRouteComponent(() => import('../../distribution/breaks/breaks-page'), 'BreaksPage'),
});

const orders = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/orders',
  validateSearch: search.OrdersSearch,
  component: lazyRouteComponent(() => import('../../distribution/order/orders-page'), 'OrdersPage'),
});

const bankFiles = createRoute({
  ...ofMoney,
  path: '/bank-files',
  validateSearch: search.FilesSearch,
  component: lazyRouteComponent(() => import('../../distribution/bank/pages'), 'FilesPage'),
});

const bankFile = createRoute({
  ...ofMoney,
  path: '/bank-files/$fileId',
  component: lazyRouteComponent(() => import('../../distribution/bank/pages'), 'FilePage'),
});

const returnCalendar = createRoute({
  ...ofMoney,
  path: '/return-calendar',
  validateSearch: search.ReturnsSearch,
  component: lazyRouteComponent(() => import('../../distribution/bank/pages'), 'ReturnCalendarPage'),
});

const scorecard = createRoute({
  ...ofMoney,
  path: '/periods/$periodId/scorecard',
  validateSearch: search.ScoresSearch,
  component: lazyRouteComponent(() => import('../../distribution/bank/pages'), 'ScorecardPage'),
});

const budgets = createRoute({
  ...ofMoney,
  path: '/budgets',
  component: lazyRouteComponent(() => import('../../money/budget/budgets-page'), 'BudgetsPage'),
});

const serviceAreas = createRoute({
  ...ofMoney,
  path: '/service-areas',
  validateSearch: search.ServicesSearch,
  component: lazyRouteComponent(() => import('../../distribution/service/services-page'), 'ServicesPage'),
});

const order = createRoute({
  ...ofMoney,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../../distribution/order/order-page'), 'OrderPage'),
});

const ofCards = { getParentRoute: () => shell, loader: () => bringWords('distribution') };

const cards = createRoute({
  ...ofCards,
  path: '/cards',
  validateSearch: search.CardsSearch,
  component: lazyRouteComponent(() => import('../../distribution/cards/pages'), 'CardsPage'),
});

const card = createRoute({
  ...ofCards,
  path: '/cards/$cardId',
  component: lazyRouteComponent(() => import('../../distribution/cards/pages'), 'CardPage'),
});

/** Where the money of a period is. */
export const moneyRoutes = [
  money,
  wideMoney,
  entitlements,
  breaks,
  orders,
  bankFiles,
  bankFile,
  returnCalendar,
  scorecard,
  budgets,
  serviceAreas,
  order,
  cards,
  card,
] as const;
