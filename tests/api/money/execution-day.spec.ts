import { ExecutionDays } from '#application';
import { DecreeOrderRepository, inTransaction, PaymentOrderRepository } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { aDecree } from '../../support/factories/orders.js';
import { setToday } from '../../support/factories/task-services.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

test('who is asked to release an order sees the day it would be for; once it is released the day stands', async () => {
  const { decreeId, periodId } = await aDecree(scene.api.database, 2);
  const { id } = await new DecreeOrderRepository(scene.api.database.manager).draft(decreeId);
  const treasurer = await scene.person('bendahara');
  const seen = async () => (await treasurer.get(`/orders/${id}`)).body;
  const deadline = async () => (await treasurer.get(`/periods/${periodId}/cities/32.75/board`)).body;

  await setToday(scene.api.database, '2023-04-22');
  expect(await seen()).toMatchObject({ state: 'drafted', executionOn: '2023-04-26' });
  expect(await deadline()).toMatchObject({ deadlineOn: null });

  await new ExecutionDays(scene.api.database, loadWorkingCalendar()).plan(id);
  await inTransaction(scene.api.database, (manager) => new PaymentOrderRepository(manager).release(id));
  await setToday(scene.api.database, '2023-05-20');
  expect(await seen()).toMatchObject({ state: 'released', executionOn: '2023-04-26' });
});
