import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Alert } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { TerritoryLink } from '../dashboard-links';
import { alertsQuery } from './alert-queries';
import { AlertRules } from './alert-rules';

/** Figures that have passed a limit, each opening its place, and the rules that say which. */
export function AlertsPage(): ReactNode {
  const { t } = useWords();
  const query = useInfiniteQuery(alertsQuery);
  return (
    <div className="stack">
      <PageHeading title={t('reporting:alerts.title')} trail={<WholeListLink path="/alerts/xlsx" query={{}} />} />
      <p className="small-print">{t('reporting:alerts.about')}</p>
      <AnsweredList query={query} empty={<Empty>{t('reporting:alerts.none')}</Empty>}>
        {(alerts) => <AlertsTable alerts={alerts} />}
      </AnsweredList>
      <AlertRules />
    </div>
  );
}

function AlertsTable({ alerts }: { readonly alerts: readonly Alert[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('reporting:alerts.title')}
      rows={alerts}
      keyOf={({ id }) => id}
      columns={[
        { name: t('reporting:alerts.place'), isHeader: true, cell: (alert) => <PlaceOf alert={alert} /> },
        { name: t('reporting:alerts.what'), cell: ({ kind }) => t(`reporting:alerts.kindIs.${kind}`) },
        { name: t('reporting:alerts.figure'), cell: (alert) => <FigureOf alert={alert} /> },
        { name: t('reporting:alerts.period'), cell: ({ months }) => format.months(months) },
        { name: t('reporting:alerts.since'), cell: ({ openedOn }) => format.date(openedOn) },
      ]}
    />
  );
}

/** Opens what the figure is made of: open follow-ups, open breaks, or the territory's dashboard; for who may read them. */
function PlaceOf({ alert }: { readonly alert: Alert }): ReactNode {
  const me = useMe();
  const { periodId, territoryCode, territoryName, kind } = alert;
  const name = territoryName ?? territoryCode;
  if (!may(me, kind === 'late_desks' ? 'follow-up:read' : 'money:read')) return name;
  const search = { territoryCode, state: 'open' } as const;
  if (kind === 'late_desks') {
    return (
      <Link to="/periods/$periodId/cases" params={{ periodId }} search={search} className="text-link">
        {name}
      </Link>
    );
  }
  if (kind === 'old_breaks') {
    return (
      <Link
        to="/periods/$periodId/breaks"
        params={{ periodId }}
        search={{ ...search, sort: 'due' }}
        className="text-link"
      >
        {name}
      </Link>
    );
  }
  return (
    <TerritoryLink periodId={periodId} territoryCode={territoryCode}>
      {name}
    </TerritoryLink>
  );
}

function FigureOf({ alert: { kind, value, of, limit } }: { readonly alert: Alert }): ReactNode {
  const { t, format } = useWords();
  const share = format.percent(value, of);
  return t(`reporting:alerts.valueIs.${kind}`, { value: format.count(value), of: format.count(of), share, limit });
}
