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
const VIEWS = ['open', 'closed'] as const;
const STATE_OF = { open: 'drawn', closed: 'closed' } as const;

/** Spot checks that the reader may see, the newest first, and the form that draws one. */
export function SpotChecksPage(): ReactNode {
  const { t } = useWords();
  const { view, text } = route.useSearch();
  const filter: SpotCheckFilter = { state: view === undefined ? undefined : STATE_OF[view], text };
  const query = useInfiniteQuery(spotChecksQuery(filter));
  const mayDraw = may(useMe(), 'spot-check:draw');
  const isFiltered = filter.state !== undefined || filter.text !== undefined;
  const none = t(mayDraw ? 'monitoring:none' : 'monitoring:noneRead');
  return (
    <div className="stack">
      <PageHeading title={t('monitoring:title')} />
      <p className="small-print">{t('monitoring:about')}</p>
      {mayDraw && <OpenedForm name={t('monitoring:new')}>{(close) => <DrawForm onClose={close} />}</OpenedForm>}
      <SpotCheckTools view={view} text={text} />
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

interface Tools {
  readonly view: (typeof VIEWS)[number] | undefined;
  readonly text: string | undefined;
}

function SpotCheckTools({ view, text }: Tools): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: Partial<Tools>): void => {
    void navigate({ to: '/spot-checks', search: { view, text, ...chosen } });
  };
  return (
    <ListTools
      hint={t('monitoring:hint')}
      text={text}
      onSearch={(written) => {
        choose({ text: written });
      }}
      choices={[
        {
          label: t('monitoring:state'),
          value: view,
          offered: VIEWS.map((value) => ({ value, label: t(`monitoring:stateIs.${STATE_OF[value]}`) })),
          onChoose: (value) => {
            choose({ view: VIEWS.find((one) => one === value) });
          },
        },
      ]}
    />
  );
}
