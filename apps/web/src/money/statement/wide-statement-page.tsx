import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TerritoryConservation } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { DataTable } from '../../shared/table/data-table';
import { wideStatementQuery } from '../money-queries';
import { Differences } from './differences';
import { ChannelsTable } from './channels-table';
import { Identities } from './identities';
import { MoneyBar } from './money-bar';

type Part = TerritoryConservation['parts'][number];

const route = getRouteApi('/shell/periods/$periodId/money');

/** The statement of the nation by province, or of a province by city; each part opens its own. */
export function WideStatementPage(): ReactNode {
  const { periodId } = route.useParams();
  const { within = 'ID' } = route.useSearch();
  const { t } = useWords();
  const query = useQuery(wideStatementQuery(periodId, within));
  return (
    <div className="stack">
      <PageHeading
        title={within === 'ID' ? t('money.nation') : t('money.province', { name: query.data?.name ?? within })}
        trail={
          <div className="row">
            <Link to="/periods/$periodId" params={{ periodId }} className="text-link">
              {t('periods.period')}
            </Link>
            <Link
              to="/periods/$periodId/dashboard"
              params={{ periodId }}
              search={{ territory: within }}
              className="text-link"
            >
              {t('room.dashboard')}
            </Link>
          </div>
        }
      />
      <Answered query={query}>
        {({ statement, parts, channels }) => (
          <>
            <section className="panel stack">
              <MoneyBar statement={statement} />
              <Identities statement={statement} />
            </section>
            <Parts parts={parts} periodId={periodId} level={within === 'ID' ? 'province' : 'city'} />
            <ChannelsTable channels={channels} />
          </>
        )}
      </Answered>
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly Part[];
  readonly periodId: string;
  readonly level: 'province' | 'city';
}

function Parts({ parts, periodId, level }: PartsProps): ReactNode {
  const { t, format } = useWords();
  const figure = (measure: 'allocated' | 'transacted' | 'returned') => ({
    name: t(`money.part.${measure}`),
    isNumber: true,
    cell: ({ statement }: Part) => format.rupiah(statement[measure].amountRupiah),
  });
  const link = ({ territoryCode, name }: Part): ReactNode =>
    level === 'province' ? (
      <Link
        to="/periods/$periodId/money"
        params={{ periodId }}
        search={{ within: territoryCode }}
        className="text-link"
      >
        {name}
      </Link>
    ) : (
      <Link
        to="/periods/$periodId/cities/$cityCode/money"
        params={{ periodId, cityCode: territoryCode }}
        className="text-link"
      >
        {name}
      </Link>
    );
  return (
    <DataTable
      caption={t(`money.by.${level}`)}
      rows={parts}
      keyOf={({ territoryCode }) => territoryCode}
      columns={[
        { name: t(`money.by.${level}`), isHeader: true, cell: link },
        {
          name: t('task.families'),
          isNumber: true,
          cell: ({ statement }) => format.count(statement.allocated.families),
        },
        figure('allocated'),
        figure('transacted'),
        figure('returned'),
        {
          name: t('money.difference'),
          isNumber: true,
          cell: ({ statement }) => <Differences statement={statement} />,
        },
      ]}
    />
  );
}
