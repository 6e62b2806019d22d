import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Case, Desk } from '../api/schemas';
import { PeriodPicker } from '../periods/period-picker';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { calendarDaysLeft } from '../shared/words/days-left';
import { DeskForecast } from './desk-forecast';
import { DeskTotals } from './desk-totals';
import { OfficeForecasts } from './office-forecasts';
import { desksQuery } from './follow-up-queries';

const route = getRouteApi('/shell/periods/$periodId/desks');

/** Follow-up desks, one a kelurahan; each number opens its cases. */
export function DesksPage(): ReactNode {
  const { periodId } = route.useParams();
  const { t } = useWords();
  const me = useMe();
  const query = useQuery(desksQuery(periodId));
  return (
    <div className="stack">
      <PageHeading
        title={t('desks.title')}
        aside={<PeriodPicker periodId={periodId} room="desks" />}
        trail={
          <>
            <Link to="/case-requests" className="text-link">
              {t('desks.requests')}
            </Link>
            {' · '}
            <Link to="/assignment-letters" className="text-link">
              {t('desks.assignments')}
            </Link>
            {' · '}
            <Link to="/case-measures" className="text-link">
              {t('desks.measures')}
            </Link>
            {' · '}
            <Link to="/case-sanctions" className="text-link">
              {t('desks.sanctions')}
            </Link>
            {may(me, 'capacity:read') && (
              <>
                {' · '}
                <Link to="/periods/$periodId/workload" params={{ periodId }} className="text-link">
                  {t('follow-up:workload')}
                </Link>
              </>
            )}
            {may(me, 'spot-check:read') && (
              <>
                {' · '}
                <Link to="/spot-checks" className="text-link">
                  {t('follow-up:spotChecks')}
                </Link>
              </>
            )}
            {may(me, 'outreach:read') && (
              <>
                {' · '}
                <Link to="/outreach" className="text-link">
                  {t('follow-up:outreach')}
                </Link>
              </>
            )}
            {(may(me, 'stipend:read') || may(me, 'stipend:own')) && (
              <>
                {' · '}
                <Link to="/stipends" className="text-link">
                  {t('follow-up:stipends')}
                </Link>
              </>
            )}
            {' · '}
            <Link to="/field-phones" className="text-link">
              {t('follow-up:phones.title')}
            </Link>
            {may(me, 'field:work') && (
              <>
                {' · '}
                <a href="/field/" className="text-link">
                  {t('follow-up:field.app')}
                </a>
              </>
            )}
          </>
        }
      />
      <Answered query={query}>
        {(desks) =>
          desks.length === 0 ? (
            <Empty>{t('desks.none')}</Empty>
          ) : (
            <>
              <DesksTable periodId={periodId} desks={desks} />
              <DeskTotals periodId={periodId} />
            </>
          )
        }
      </Answered>
      <OfficeForecasts periodId={periodId} />
    </div>
  );
}

function DesksTable({ periodId, desks }: { readonly periodId: string; readonly desks: readonly Desk[] }): ReactNode {
  const { t, format } = useWords();
  const sorted = desks.toSorted((one, other) => one.daysLeft - other.daysLeft || other.cases - one.cases);
  // Where nothing is open there is nothing to forecast, and what became of the money is known.
  const isOver = desks.every(({ toVisit, toDecide }) => toVisit + toDecide === 0);
  const opens = (desk: Desk, state: Case['state'] | undefined, cases: number): ReactNode => (
    <Link
      to="/periods/$periodId/cases"
      params={{ periodId }}
      search={{ kelurahanCode: desk.kelurahanCode, state }}
      className="text-link"
    >
      {format.count(cases)}
    </Link>
  );
  return (
    <DataTable
      caption={t('desks.title')}
      rows={sorted}
      keyOf={({ kelurahanCode }) => kelurahanCode}
      columns={[
        { name: t('roster.kelurahan'), isHeader: true, cell: ({ name, kelurahanCode }) => name ?? kelurahanCode },
        {
          name: t('desks.deadline'),
          cell: ({ daysLeft, deadlineOn }) => {
            const due = calendarDaysLeft(t, format, daysLeft, deadlineOn);
            return <StatusTag tone={due.tone}>{due.text}</StatusTag>;
          },
        },
        { name: t('desks.cases'), isNumber: true, cell: (desk) => opens(desk, undefined, desk.cases) },
        { name: t('case.is.to_visit'), isNumber: true, cell: (desk) => opens(desk, 'to_visit', desk.toVisit) },
        { name: t('case.is.to_decide'), isNumber: true, cell: (desk) => opens(desk, 'to_decide', desk.toDecide) },
        { name: t('case.is.decided'), isNumber: true, cell: (desk) => opens(desk, 'decided', desk.decided) },
        { name: t('case.is.used'), isNumber: true, cell: (desk) => opens(desk, 'used', desk.used) },
        { name: t('case.is.lapsed'), isNumber: true, cell: (desk) => opens(desk, 'lapsed', desk.lapsed) },
        isOver
          ? {
              name: t('desks.returnedAnyway'),
              isNumber: true,
              cell: ({ returnedThoughKept }) => format.count(returnedThoughKept),
            }
          : { name: t('desks.forecast'), cell: (desk) => <DeskForecast desk={desk} /> },
        { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
      ]}
    />
  );
}
