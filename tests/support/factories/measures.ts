import { type CaseMeasureAct, CaseMeasureService, Commands } from '#application';
import { CaseRepository, inTransaction, rowsOf, TreasuryReturnRepository } from '#persistence';
import { expectEveryRupiahExplained } from './money-check.js';
import { anOfficer } from './officers.js';
import { aLine, anUnusedOrder, applyFile } from './orders.js';
import { nextNumber } from './sequence.js';
import { setToday, TaskServices } from './task-services.js';
import type { UsedDatabase } from './use-database.js';

/** The last day of use of the money that measures are about. */
export const DEADLINE = '2023-06-25';

type Name = 'operator' | 'head' | 'mayor';

interface Options {
  readonly until?: string;
  readonly by?: 'operator' | 'head';
}

export const refused = (code: string) => expect.objectContaining({ code }) as Error;

/** Holds and early returns of a city's cases, and the officers who decide on them; every test begins on 2 May 2023. */
export function useMeasures(database: UsedDatabase) {
  const officers = new Map<Name, string>();
  const idOf = (name: Name): string => officers.get(name) ?? '';
  const desk = () => new TaskServices(database.source);
  beforeAll(async () => {
    officers.set('operator', (await anOfficer(database.manager, 'dinsos_operator')).officerId);
    officers.set('head', (await anOfficer(database.manager, 'dinsos_head')).officerId);
    officers.set('mayor', (await anOfficer(database.manager, 'mayor')).officerId);
  });
  beforeEach(() => setToday(database.source, '2023-05-02'));

  /** Credited families that did not transact; of the first as many as there are kinds the operator has proposed this. */
  async function proposed(
    kinds: readonly ('hold' | 'return_early')[],
    families = 3,
    { until = '2023-05-20', by = 'operator' }: Options = {},
  ) {
    const made = await anUnusedOrder(database.source, families);
    const { ids } = made;
    await new CaseRepository(database.manager).openForOrder(made.order.id, `desk:${nextNumber()}:`, DEADLINE);
    const measures: string[] = [];
    for (const [place, kind] of kinds.entries()) {
      await database.manager.query(
        `update follow_up_case c set state = 'decided', outcome = $2, money_decided = case $2 when 'hold' then 'keep' else 'return' end,
              decided_at = programme_now() from entitlement e where e.id = c.entitlement_id and e.end_to_end_id = $1`,
        [ids[place], kind],
      );
      const [row] = await rowsOf<{ id: string }>(
        database.manager,
        `insert into case_measure (case_id, entitlement_id, kind, period_id, city_code, kelurahan_code, ground, until_on, state, decided_by,
                                 decided_at, due_on)
       select c.id, e.id, $2, c.period_id, c.city_code, c.kelurahan_code, case $2 when 'hold' then 'heirs_disagree' end,
              case $2 when 'hold' then $3::date end, 'proposed', $4, programme_now(), '2023-05-10'
         from follow_up_case c join entitlement e on e.id = c.entitlement_id where e.end_to_end_id = $1 returning id`,
        [ids[place], kind, until, idOf(by)],
      );
      measures.push(row?.id ?? '');
    }
    const act = async (name: Name, what: CaseMeasureAct, which: readonly string[] = measures) =>
      new CaseMeasureService(desk().calendar, new Commands(database.source)).act(await desk().by(idOf(name)), {
        ...{ act: what, ids: [...which] },
        ...(what === 'approve' ? {} : { reason: 'Setelah diperiksa lagi' }),
      });
    const measure = async (place = 0) => {
      const [row] = await rowsOf<{ state: string; returnId: string | null; useUntil: string | null }>(
        database.manager,
        'select state, return_id as "returnId", use_until::text as "useUntil" from case_measure where id = $1',
        [measures[place]],
      );
      if (row === undefined) throw new Error('it was proposed');
      return row;
    };
    const requests = () =>
      rowsOf<{ kind: string; state: string }>(
        database.manager,
        `select q.kind, q.state from case_request q join case_measure m on m.case_id = q.case_id where m.id = $1 order by q.kind`,
        [measures[0]],
      );
    const reports = (answers: Parameters<typeof aLine>[1][], kind: 'usage' | 'return' = 'usage') =>
      applyFile(
        database.source,
        made.order,
        kind,
        answers.map((answer, place) => aLine(ids[place] ?? '', answer, { onDate: '2023-05-05' })),
      );
    const returns = new TreasuryReturnRepository(database.manager);
    const hold = (key?: string) =>
      inTransaction(database.source, (manager) => new TreasuryReturnRepository(manager).hold(made.order, key));
    return { ...made, measures, act, measure, requests, reports, returns, hold };
  }

  const explained = (made: Awaited<ReturnType<typeof proposed>>) => expectEveryRupiahExplained(database.manager, made);
  return { proposed, explained, idOf, desk };
}
