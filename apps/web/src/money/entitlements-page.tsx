import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { WholeListLink } from '../shared/table/whole-list-link';
import { EntitlementsTable } from './entitlements-table';
import { entitlementsQuery } from './money-queries';

const route = getRouteApi('/shell/periods/$periodId/entitlements');

/** The families behind a figure. */
export function EntitlementsPage(): ReactNode {
  const { periodId } = route.useParams();
  const { territoryCode, states } = route.useSearch();
  const { t, codeWord } = useWords();
  const query = useInfiniteQuery(entitlementsQuery(periodId, territoryCode, states));
  return (
    <div className="stack">
      <PageHeading
        title={t('entitlements.title')}
        trail={
          <Link to="/periods/$periodId" params={{ periodId }} className="text-link">
            {t('periods.period')}
          </Link>
        }
        aside={<WholeListLink path={`/periods/${periodId}/entitlements/xlsx`} query={{ territoryCode, states }} />}
      />
      <p className="small-print">
        {[
          territoryCode,
          ...(states ?? '')
            .split(',')
            .filter(Boolean)
            .map((state) => codeWord('entitlement', state)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <AnsweredList query={query} empty={<Empty>{t('table.noResult')}</Empty>}>
        {(rows) => <EntitlementsTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}
