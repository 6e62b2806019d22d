import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { WholeListLink } from '../shared/table/whole-list-link';
import { EntitlementsTable } from './entitlements-table';
import { type EntitlementFilter, entitlementsQuery } from './money-queries';

const route = getRouteApi('/shell/periods/$periodId/entitlements');

/** The families behind a figure. */
export function EntitlementsPage(): ReactNode {
  const { periodId } = route.useParams();
  const { isIdle, ...others } = route.useSearch();
  const filter: EntitlementFilter = { ...others, isIdle: isIdle === true ? 'true' : undefined };
  const { territoryCode, states, reason, payer, channel, orderId } = filter;
  const { t, codeWord } = useWords();
  const query = useInfiniteQuery(entitlementsQuery(periodId, filter));
  return (
    <div className="stack">
      <PageHeading
        title={t('money:entitlements.title')}
        trail={
          <Link to="/periods/$periodId" params={{ periodId }} className="text-link">
            {t('periods.period')}
          </Link>
        }
        aside={<WholeListLink path={`/periods/${periodId}/entitlements/xlsx`} query={{ ...filter }} />}
      />
      <p className="small-print">
        {[
          territoryCode,
          ...(states ?? '')
            .split(',')
            .filter(Boolean)
            .map((state) => codeWord('entitlement', state)),
          reason === '-' ? t('money:repair.noReason') : reason && codeWord('money:failure', reason),
          payer === '-' ? t('money:channels.policy') : payer,
          channel && t(`periods.by.${channel}`),
          isIdle && t('money:scores.idle'),
          orderId && t('money:entitlements.ofOrder'),
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
