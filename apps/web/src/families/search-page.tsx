import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { WaitingRows } from '../shared/states/waiting-rows';
import { LoadMore } from '../shared/table/load-more';
import { FoundTable } from './found-table';
import { SearchForm } from './search-form';
import { foundQuery, useWanted } from './search-queries';

/** The register of families: by code, NIK, card, account, name or kelurahan. */
export function SearchPage(): ReactNode {
  const { t } = useWords();
  const [wanted, look] = useWanted();
  const query = useInfiniteQuery(foundQuery(wanted));
  const families = query.data?.pages.flatMap(({ rows }) => rows);
  return (
    <div className="stack">
      <PageHeading
        title={t('families:search.title')}
        aside={
          <Link to="/family-changes" className="text-link">
            {t('families:change.waiting')}
          </Link>
        }
      />
      <SearchForm wanted={wanted} onSearch={look} />
      {query.error !== null && <ProblemNotice error={query.error} />}
      {wanted.at === 0 && <Empty>{t('families:search.before')}</Empty>}
      {query.isLoading && <WaitingRows />}
      {families?.length === 0 && !query.hasNextPage && <Empty>{t('families:search.nobody')}</Empty>}
      {families !== undefined && (families.length > 0 || query.hasNextPage) && (
        <>
          <FoundTable families={families} />
          <LoadMore query={query} shown={families.length} />
        </>
      )}
    </div>
  );
}
