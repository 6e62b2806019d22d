import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SpotCheckRow } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { ListTools } from '../shared/table/list-tools';
import { DrawForm } from './draw-form';
import { type SpotCheckFilter, spotChecksQuery } from './spot-check-queries';
import { SpotCheckTag } from './spot-check-tag';

const route = getRouteApi('/shell/spot-checks');
const STATES = ['drawn', 'closed'] as const;

/** Spot checks that the reader may see, the newest first, and the form that draws one. */
export function SpotChecksPage(): ReactNode {
  const { t } = useWords();
  const filter: SpotCheckFilter = route.useSearch();
  const query = useInfiniteQuery(spotChecksQuery(filter));
  const mayDraw = may(useMe(), 'spot-check:draw');
  const isFiltered = filter.state !== undefined || filter.text !== undefined;
  const none = t(mayDraw ? 'monitoring:none' : 'monitoring:noneRead');
  return (
    <div className="stack">
      <PageHeading title={t('monitoring:title')} />
      <p className="small-print">{t('monitoring:about')}</p>
      {mayDraw && <OpenedForm name={t('monitoring:new')}>{(close) => <DrawForm onClose={close} />}</OpenedForm>}
      <SpotCheckTools filter={filter} />
      <AnsweredList query={query} empty={<Empty>{isFiltered ? t('table.noResult') : none}</Empty>}>
        {(checks) => <SpotChecksTable checks={checks} />}
      </AnsweredList>
    </div>
  );
}

function SpotChecksTable({ checks }: { readonly checks: readonly SpotCheckRow[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('monitoring:title')}
      rows={checks}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('monitoring:city'),
          isHeader: true,
          cell: ({ id, cityName }) => (
            <Link to="/spot-checks/$spotCheckId" params={{ spotCheckId: id }} className="text-link">
              {cityName}
            </Link>
          ),
        },
        { name: t('monitoring:period'), cell: ({ months }) => format.months(months) },
        { name: t('monitoring:state'), cell: (check) => <SpotCheckTag check={check} /> },
        {
          name: t('monitoring:progress'),
          cell: ({ answered, sample }) =>
            t('monitoring:progressIs', { answered: format.count(answered), sample: format.count(sample) }),
        },
        {
          name: t('monitoring:precision'),
          cell: ({ confidence, margin }) => t('monitoring:precisionIs', { confidence, margin }),
        },
        { name: t('monitoring:closesOn'), cell: ({ closesOn }) => format.date(closesOn) },
      ]}
    />
  );
}

function SpotCheckTools({ filter }: { readonly filter: SpotCheckFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: SpotCheckFilter): void => {
    void navigate({ to: '/spot-checks', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('monitoring:hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('monitoring:state'),
          value: filter.state,
          offered: STATES.map((value) => ({ value, label: t(`monitoring:stateIs.${value}`) })),
          onChoose: (value) => {
            choose({ state: STATES.find((state) => state === value) });
          },
        },
      ]}
    />
  );
}
