import { CaseRepository, PersonVault } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { aPerson } from '../../support/factories/families.js';
import { KRANJI, type Scene } from './scene.js';

const DAYS = { visit: '2099-05-30', decide: '2099-06-13', start: null };
const keyOf = (name: string): Buffer => Buffer.from(process.env[name] ?? '', 'base64');

/** Cases of a kelurahan with their visits open, of families whose records open; `goOn` lets their desks go on. */
export async function casesToVisit(scene: Scene, families = 1, kelurahanCode = KRANJI) {
  const { database } = scene.api;
  const vault = new PersonVault({ dataKey: keyOf('AMANAH_DATA_KEY'), indexKey: keyOf('AMANAH_INDEX_KEY') });
  const { caseIds, deskIds, periodId } = await someCases(database, families);
  await scene.sql(
    `with sealed as (update roster_row f set sealed = $2 from entitlement e where e.roster_row_id = f.id and e.period_id = $1 returning 1)
     select count(*) from sealed`,
    [periodId, vault.seal(aPerson())],
  );
  await database.query('update follow_up_case set kelurahan_code = $2, rt_rw = $3 where id = any($1)', [
    ...[caseIds, kelurahanCode, '004/011'],
  ]);
  const cases = new CaseRepository(database.manager);
  const goOn = async () => {
    for (const deskId of deskIds) {
      await cases.advance(deskId);
      await cases.openTasks(deskId, DAYS);
    }
  };
  await goOn();
  return { caseIds, periodId, goOn };
}
