import { Select, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, type SyntheticEvent, Suspense, useState } from 'react';
import type { Dashboard, DashboardPart } from '../api/schemas';
import { STATES_OF, type MoneyPart } from '../money/statement/money-parts';
import { useWords } from '../shared/language/use-words';
import { Empty } from '../shared/states/empty';
import { type Column, DataTable } from '../shared/table/data-table';
import { WholeListLink } from '../shared/table/whole-list-link';
import { BreaksOf, CasesOf, FamiliesOf, TerritoryLink } from './dashboard-links';
import { PART_SORTS, type PartSort, sortParts, unusedShare } from './dashboard-order';
import { DotLine } from './dot-line';

/** The map comes after the figures, and by itself. */
const PartsMap = lazy(async () => ({ default: (await import('./map/parts-map')).PartsMap }));

const SHOWN = ['transacted', 'notTransacted', 'pending', 'failed', 'unreconciled'] as const satisfies MoneyPart[];

interface Props {
  readonly dashboard: Dashboard;
  readonly periodId: string;
  readonly sort: PartSort;
}

/** The parts of a territory with the one that is furthest behind first; each opens its own page, each number its families. */
export function PartsRanking({ dashboard, periodId, sort }: Props): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = usePartColumns(periodId, sort);
  const [selected, select] = useState<string>();
  const { parts, territoryCode: territory } = dashboard;
  return (
    <section className="stack" aria-labelledby="worst">
      <div className="page-heading-line">
        <Title order={2} size="h3" id="worst">
          {t('reporting:dashboard.worst.title')}
        </Title>
        <WholeListLink path={`/periods/${periodId}/dashboard/xlsx`} query={{ territory }} />
      </div>
      {parts.length === 0 ? (
        <Empty>{t('reporting:dashboard.worst.none')}</Empty>
      ) : (
        <>
          <p className="small-print">{t('reporting:dashboard.worst.about')}</p>
          <Select
            className="part-sort"
            allowDeselect={false}
            label={t('table.sort')}
            value={sort}
            data={PART_SORTS.map((value) => ({ value, label: t(`reporting:dashboard.worst.by.${value}`) }))}
            onChange={(chosen) => {
              const next = PART_SORTS.find((known) => known === chosen);
              void navigate({
                to: '/periods/$periodId/dashboard',
                params: { periodId },
                search: { territory, ...(next && { sort: next }) },
                replace: true,
              });
            }}
          />
          <div className="map-beside">
            <Suspense fallback={<div className="map-waiting" aria-hidden />}>
              <PartsMap {...{ dashboard, periodId, sort, selected }} onSelect={select} />
            </Suspense>
            <div
              className="wide-table"
              role="region"
              aria-labelledby="worst"
              tabIndex={0}
              onPointerOver={(event) => {
                select((before) => partAt(event) ?? before);
              }}
              onFocus={(event) => {
                select((before) => partAt(event) ?? before);
              }}
            >
              <DataTable
                caption={t('reporting:dashboard.worst.title')}
                rows={sortParts(parts, sort)}
                keyOf={({ territoryCode }) => territoryCode}
                columns={columns}
                activeKey={selected}
              />
            </div>
          </div>
        </>
      )}
    </section>
  );
}

/** The part whose row the pointer or the focus is in. */
const partAt = ({ target }: SyntheticEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-key]')?.dataset['key'] : undefined;

function usePartColumns(periodId: string, sort: PartSort): readonly Column<DashboardPart>[] {
  const { t, format } = useWords();
  return [
    {
      name: t('reporting:dashboard.worst.place'),
      isHeader: true,
      cell: ({ territoryCode, name }) => (
        <TerritoryLink periodId={periodId} territoryCode={territoryCode} sort={sort}>
          {name}
        </TerritoryLink>
      ),
    },
    {
      name: t('reporting:dashboard.worst.unused'),
      cell: ({ figures }) => {
        const share = unusedShare(figures);
        if (share === undefined) return t('reporting:dashboard.worst.nothing');
        const { credited, transacted } = figures;
        return (
          <>
            <DotLine at={share} /> {format.percent(credited.families - transacted.families, credited.families)}
          </>
        );
      },
    },
    {
      name: t('money.part.allocated'),
      isNumber: true,
      cell: ({ figures }) => format.count(figures.allocated.families),
    },
    ...SHOWN.map((part) => ({
      name: t(`money.part.${part}`),
      isNumber: true,
      cell: ({ territoryCode, figures }: DashboardPart) => (
        <FamiliesOf
          of={{ periodId, territoryCode, states: (STATES_OF[part] ?? []).join(',') }}
          families={figures[part].families}
        />
      ),
    })),
    {
      name: t('reporting:dashboard.worst.remainder'),
      isNumber: true,
      cell: ({ figures }) => format.rupiah(figures.remainder.amountRupiah),
    },
    {
      name: t('reporting:dashboard.addsUp.cases'),
      isNumber: true,
      cell: ({ openCases, territoryCode }) => <CasesOf of={{ periodId, territoryCode }} cases={openCases} />,
    },
    {
      name: t('reporting:dashboard.addsUp.breaks'),
      isNumber: true,
      cell: ({ openBreaks, territoryCode }) => <BreaksOf of={{ periodId, territoryCode }} breaks={openBreaks} />,
    },
  ];
}
