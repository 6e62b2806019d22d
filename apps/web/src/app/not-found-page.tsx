import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Empty } from '../shared/states/empty';

export function NotFoundPage(): ReactNode {
  const { t } = useWords();
  return (
    <main className="page stack">
      <PageHeading title={t('notFound.title')} />
      <Empty
        action={
          <Link to="/" className="text-link">
            {t('notFound.home')}
          </Link>
        }
      >
        {t('notFound.text')}
      </Empty>
    </main>
  );
}
