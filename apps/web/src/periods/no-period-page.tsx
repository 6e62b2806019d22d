import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Empty } from '../shared/states/empty';

/** Follow-up and reports belong to a period, and there is none yet. */
export function NoPeriodPage(): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack">
      <PageHeading title={t('periods.title')} />
      <Empty
        action={
          <Link to="/periods" className="text-link">
            {t('periods.title')}
          </Link>
        }
      >
        {t('periods.none')}
      </Empty>
    </div>
  );
}
