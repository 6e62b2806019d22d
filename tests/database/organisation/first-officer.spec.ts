import { activationHash, hashPassword } from '#auth';
import { ActivationRepository, rowOf } from '#persistence';
import { enterFirstOfficer } from '#application';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

test('of two who begin an installation at once one does, and their code opens the account once', async () => {
  const begin = (username: string) =>
    enterFirstOfficer(database.source, { username, fullName: 'Made-up first', office: 'Kementerian Sosial' });
  const begun = await Promise.allSettled([begin('first'), begin('second')]);

  const codes = begun.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  const refused = begun.filter((one) => one.status === 'rejected').map(({ reason }) => reason as { code: string });
  expect([codes.length, refused.map(({ code }) => code)]).toEqual([1, ['OFFICERS_EXIST']]);
  const officer = await rowOf<{ username: string; role: string }>(
    database.manager,
    'select o.username, a.role from officer o join appointment a on a.officer_id = o.id',
  );
  expect(officer?.role).toBe('programme_officer');
  const activate = async () =>
    new ActivationRepository(database.manager).activate(
      officer?.username ?? '',
      activationHash(codes[0] ?? ''),
      await hashPassword('a long enough phrase'),
    );
  expect(await activate()).toEqual(expect.any(String));
  expect(await activate()).toBeUndefined();
});
