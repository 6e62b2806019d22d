import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { WaitingRows } from '../shared/states/waiting-rows';
import { LoadMore } from '../shared/table/load-more';
import { AuditTable } from './audit-table';

const route = getRouteApi('/shell/audit');
const PAGE = 100;

const auditQuery = (subjectType: string | undefined, subjectId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['audit', subjectType, subjectId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/audit/entries', {
          params: {
            query: {
              limit: PAGE,
              ...(subjectType === undefined ? {} : { subjectType }),
              ...(subjectId === undefined ? {} : { subjectId }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Everything that was done, newest first; a subject opens its own trail. */
export function AuditPage(): ReactNode {
  const { subjectType, subjectId } = route.useSearch();
  const { t } = useWords();
  const query = useInfiniteQuery(auditQuery(subjectType, subjectId));
  const entries = query.data?.pages.flatMap(({ rows }) => rows);
  return (
    <div className="stack">
      <PageHeading title={t('audit:title')} />
      {subjectId !== undefined && (
        <p className="row">
          <span>
            {t('audit:of')} <code>{`${subjectType ?? ''} ${subjectId}`}</code>
          </span>
          <Link to="/audit" className="text-link">
            {t('table.clearFilter')}
          </Link>
        </p>
      )}
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {entries === undefined && query.error === null && <WaitingRows />}
      {entries?.length === 0 && <Empty>{t('table.noResult')}</Empty>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <AuditTable entries={entries} />
          <LoadMore query={query} shown={entries.length} />
        </>
      )}
    </div>
  );
}
