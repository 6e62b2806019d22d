import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PeriodBudget as Taken } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { Notice } from '../../shared/states/notice';
import { periodBudgetQuery } from './budget-queries';

interface Props {
  readonly periodId: string;
  /** Of a change of quotas that is looked at. */
  readonly changeRupiah?: string;
}

/** What the quotas of a period take of the year's budget, for those who may see it; a shortage is said before a decision is refused. */
export function PeriodBudget({ periodId, changeRupiah = '0' }: Props): ReactNode {
  const me = useMe();
  const { data } = useQuery({ ...periodBudgetQuery(periodId, changeRupiah), enabled: may(me, 'budget:read') });
  return data?.years.map((year) => <YearOfPeriod key={year.year} year={year} />);
}

function YearOfPeriod({ year }: { readonly year: Taken['years'][number] }): ReactNode {
  const { t, format } = useWords();
  const { ceilingRupiah, leftRupiah } = year;
  const isShort = leftRupiah === null ? year.wantedRupiah !== '0' : BigInt(leftRupiah) < 0n;
  return (
    <>
      {isShort && (
        <Notice tone="soon">
          {ceilingRupiah === null
            ? t('money:budget.missing', { year: year.year })
            : t('money:budget.exceeded', { year: year.year, amount: format.rupiah((leftRupiah ?? '').slice(1)) })}{' '}
          <Link to="/budgets" className="text-link">
            {t('money:budget.title')}
          </Link>
        </Notice>
      )}
      {ceilingRupiah !== null && leftRupiah !== null && (
        <Facts
          facts={[
            [t('money:budget.ceilingOf', { year: year.year }), format.rupiah(ceilingRupiah)],
            [t('money:budget.committed'), format.rupiah(year.committedRupiah)],
            [t('money:budget.wanted'), format.rupiah(year.wantedRupiah)],
            [t('money:budget.leftAfter'), format.rupiah(leftRupiah)],
          ]}
        />
      )}
    </>
  );
}
