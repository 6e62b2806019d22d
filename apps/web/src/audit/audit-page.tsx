import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { PersonTrail } from './person-trail';

const route = getRouteApi('/shell/audit');
const PAGE = 100;

interface Filter {
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly officer?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const auditQuery = (filter: Filter) => {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return infiniteQueryOptions({
    queryKey: ['audit', given],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/audit/entries', {
          params: { query: { limit: PAGE, ...given, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
};

/** Everything that was done, newest first, by officer, act and day; a subject opens its own trail, a NIK that of its families. */
export function AuditPage(): ReactNode {
  const filter = route.useSearch();
  const { subjectType, subjectId } = filter;
  const { t } = useWords();
  const query = useInfiniteQuery(auditQuery(filter));
  return (
    <div className="stack">
      <PageHeading title={t('audit:title')} />
      <PersonTrail />
      <AuditFilters />
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
      <AnsweredList query={query} empty={<Empty>{t('table.noResult')}</Empty>}>
        {(entries) => <AuditTable entries={entries} />}
      </AnsweredList>
    </div>
  );
}
