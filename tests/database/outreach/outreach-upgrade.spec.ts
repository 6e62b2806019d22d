import { OutreachCampaignRepository, rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

test('a database of before has no outreach, takes it, and wakes its diary when a session is planned', () =>
  upgraded('Outreach1801000000000', [], async ({ manager }) => {
    expect(await new OutreachCampaignRepository(manager).list(['ID'], {}, { limit: 10 })).toEqual([]);
    const triggers = await rowsOf(
      manager,
      `select from pg_trigger where tgname = 'tell_diary' and tgrelid = 'outreach_session'::regclass`,
    );
    expect(triggers).toHaveLength(1);
  }));
