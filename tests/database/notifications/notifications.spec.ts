import { NotificationRepository, rowsOf } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const notified = async (officerId: string): Promise<{ kind: string }[]> =>
  rowsOf(database.manager, 'select kind from notification where officer_id = $1', [officerId]);

test('the same occasion is told to an officer once', async () => {
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const notifications = new NotificationRepository(database.manager);

  await notifications.tell([officerId], { kind: 'task.assigned', key: 'assigned:1' });
  await notifications.tell([officerId], { kind: 'task.assigned', key: 'assigned:1' });

  await expect(notified(officerId)).resolves.toEqual([{ kind: 'task.assigned' }]);
});

test('an office is told: whoever holds it in that place, and nobody elsewhere', async () => {
  const here = await anOfficer(database.manager, 'lurah', { territoryCode: '32.75.02.1001' });
  const elsewhere = await anOfficer(database.manager, 'lurah', { territoryCode: '32.75.02.1002' });

  await new NotificationRepository(database.manager).tellOffice('lurah', '32.75.02.1001', {
    kind: 'task.escalated',
    key: 'escalated:1',
  });

  await expect(notified(here.officerId)).resolves.toHaveLength(1);
  await expect(notified(elsewhere.officerId)).resolves.toHaveLength(0);
});
