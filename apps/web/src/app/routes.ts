import { familyRoutes } from './routes/families';
import { followUpRoutes } from './routes/follow-up';
import { root, shell } from './routes/frame';
import { moneyRoutes } from './routes/money';
import { organisationRoutes } from './routes/organisation';
import { outreachRoutes } from './routes/outreach';
import { periodRoutes } from './routes/periods';
import { publicRoutes } from './routes/public';
import { taskRoutes } from './routes/tasks';
import { webhookRoutes } from './routes/webhooks';

/** Every page and its address. A page, its words and what it needs come when it is opened. */
export const routeTree = root.addChildren([
  ...publicRoutes,
  shell.addChildren([
    ...taskRoutes,
    ...periodRoutes,
    ...moneyRoutes,
    ...followUpRoutes,
    ...outreachRoutes,
    ...familyRoutes,
    ...organisationRoutes,
    ...webhookRoutes,
  ]),
]);
