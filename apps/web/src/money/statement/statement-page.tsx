import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Conservation } from '../../api/schemas';
import { useLivePeriod } from '../../periods/board/use-live-period';
import { LiveStamp } from '../../periods/board/live-stamp';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { statementQuery } from '../money-queries';
import { ChannelsTable } from './channels-table';
import { Identities } from './identities';
import { LedgerTable } from './ledger-table';
import { MoneyBar } from './money-bar';
import { PartsTable } from './parts-table';
import { ReasonsTable } from './reasons-table';
import { TerritoriesTable } from './territories-table';

const route = getRouteApi('/shell/periods/$periodId/cities/$cityCode/money');

/** The conservation statement: no rupiah unexplained, down to the kelurahan and to the family. */
export function StatementPage(): ReactNode {
  const { periodId, cityCode } = route.useParams();
  const { level = 'kecamatan', within } = route.useSearch();
  const { t } = useWords();
  const isLive = useLivePeriod(periodId);
  const query = useQuery(statementQuery({ periodId, cityCode, level, within }));
  const link = (to: 'kecamatan' | 'kelurahan') => (
    <Link
      to="/periods/$periodId/cities/$cityCode/money"
      params={{ periodId, cityCode }}
      search={{ level: to }}
      activeOptions={{ exact: true }}
      aria-current={level === to && within === undefined ? 'page' : undefined}
    >
      {t(`money.by.${to}`)}
    </Link>
  );
  return (
    <div className="stack">
      <PageHeading
        title={t('money.title')}
        trail={
          <div className="row">
            <Link to="/periods/$periodId/cities/$cityCode" params={{ periodId, cityCode }} className="text-link">
              {t('money.board')}
            </Link>
            <Link
              to="/periods/$periodId/dashboard"
              params={{ periodId }}
              search={{ territory: within ?? cityCode }}
              className="text-link"
            >
              {t('room.dashboard')}
            </Link>
          </div>
        }
        aside={query.data !== undefined && <LiveStamp at={query.data.at} isLive={isLive} />}
      />
      <Answered query={query}>
        {(statement) => (
          <>
            <Summary statement={statement} periodId={periodId} />
            <nav aria-label={t('money.level')}>
              <ul className="view-tabs">
                <li>{link('kecamatan')}</li>
                <li>{link('kelurahan')}</li>
              </ul>
            </nav>
            <TerritoriesTable statement={statement} periodId={periodId} level={level} />
            <ChannelsTable channels={statement.channels} />
            <ReasonsTable reasons={statement.reasons} />
            <LedgerTable ledger={statement.ledger} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Summary({ statement, periodId }: { readonly statement: Conservation; readonly periodId: string }): ReactNode {
  const { t, format } = useWords();
  const { onHold } = statement;
  return (
    <section className="panel stack">
      <MoneyBar statement={statement.statement} />
      <PartsTable statement={statement.statement} periodId={periodId} territoryCode={statement.cityCode} />
      {onHold.families > 0 && (
        <p className="small-print">
          {t('money.onHold', {
            families: format.count(onHold.families),
            amount: format.rupiah(onHold.amountRupiah),
          })}
        </p>
      )}
      <Identities statement={statement.statement} />
    </section>
  );
}
