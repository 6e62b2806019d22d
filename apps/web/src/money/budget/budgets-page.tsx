import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Budgets } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { BudgetHistory } from './budget-history';
import { budgetsQuery } from './budget-queries';
import { BudgetYears } from './budget-years';
import { NewBudgetForm } from './new-budget-form';
import { WaitingBudget } from './waiting-budget';

/** The ceilings of the programmes: what waits for the KPA, what is in force and used, and how it came about. */
export function BudgetsPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(budgetsQuery);
  return (
    <div className="stack">
      <PageHeading
        title={t('money:budget.title')}
        trail={
          <Link to="/periods" className="text-link">
            {t('periods.title')}
          </Link>
        }
      />
      <p>{t('money:budget.about')}</p>
      <Answered query={query}>{(budgets) => <Kept budgets={budgets} />}</Answered>
    </div>
  );
}

function Kept({ budgets: { years, budgets } }: { readonly budgets: Budgets }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  return (
    <>
      {budgets
        .filter(({ state }) => state === 'proposed')
        .map((budget) => (
          <WaitingBudget key={budget.id} budget={budget} />
        ))}
      {years.length === 0 ? <Empty>{t('money:budget.none')}</Empty> : <BudgetYears years={years} />}
      {may(me, 'budget:write') && <NewBudgetForm programmes={[...new Set(years.map(({ programme }) => programme))]} />}
      {budgets.length > 0 && <BudgetHistory budgets={budgets} />}
    </>
  );
}
