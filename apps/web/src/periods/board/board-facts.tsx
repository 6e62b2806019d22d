import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Board, Case } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';

/** Roster, cases, breaks and the day the money goes back; each figure opens its rows. */
export function BoardFacts({ board }: { readonly board: Board }): ReactNode {
  const { t, format } = useWords();
  const periodId = board.period.id;
  const roster = (families: number, verdict?: 'eligible' | 'ineligible'): ReactNode =>
    board.rosterId === null || families === 0 ? (
      format.count(families)
    ) : (
      <Link to="/rosters/$rosterId" params={{ rosterId: board.rosterId }} search={{ verdict }} className="text-link">
        {format.count(families)}
      </Link>
    );
  const cases = (count: number, state?: Case['state']): ReactNode => (
    <Link to="/periods/$periodId/cases" params={{ periodId }} search={{ state }} className="text-link">
      {format.count(count)}
    </Link>
  );
  return (
    <Facts
      facts={[
        [t('board.onRoster'), roster(board.families.onRoster)],
        [t('verdict.eligible'), roster(board.families.eligible, 'eligible')],
        [t('verdict.ineligible'), roster(board.families.ineligible, 'ineligible')],
        [t('board.casesOpen'), cases(board.cases.open)],
        [t('board.casesDecided'), cases(board.cases.decided, 'decided')],
        [t('board.casesLapsed'), cases(board.cases.lapsed, 'lapsed')],
        ...(board.onHold === null
          ? []
          : [
              [
                t('board.onHold'),
                <Link key="hold" to="/case-measures" className="text-link">
                  {`${format.count(board.onHold.families)} (${format.rupiah(board.onHold.amountRupiah)})`}
                </Link>,
              ] as const,
            ]),
        ...(board.openBreaks === null
          ? []
          : [
              [
                t('board.breaks'),
                <Link
                  key="breaks"
                  to="/periods/$periodId/breaks"
                  params={{ periodId }}
                  search={{ state: 'open' }}
                  className="text-link"
                >
                  {format.count(board.openBreaks)}
                </Link>,
              ] as const,
            ]),
        [
          t('money.order'),
          board.orderId === null ? (
            '–'
          ) : (
            <Link key="order" to="/orders/$orderId" params={{ orderId: board.orderId }} className="text-link">
              {t('board.order')}
            </Link>
          ),
        ],
        [t('board.deadline'), board.deadlineOn === null ? '–' : format.longDate(board.deadlineOn)],
      ]}
    />
  );
}
