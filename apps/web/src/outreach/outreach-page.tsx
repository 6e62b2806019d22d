import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OutreachNeedPage } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { periodsQuery } from '../periods/period-queries';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { ListTools } from '../shared/table/list-tools';
import { WholeListLink } from '../shared/table/whole-list-link';
import { CampaignForm } from './campaign-form';
import { NeedTable } from './need-table';
import { OutreachLinks } from './outreach-links';
import { NEED_SORTS, type NeedFilter, needQuery } from './outreach-queries';

const route = getRouteApi('/shell/outreach');

/** Kelurahan by their need of outreach, and the form that plans a campaign for those chosen. */
export function OutreachPage(): ReactNode {
  const { t } = useWords();
  const { periodId, cityCode, text, sort } = route.useSearch();
  const { data: periods } = useQuery(periodsQuery);
  const newest = periods?.toSorted((one, other) => other.openedOn.localeCompare(one.openedOn))[0]?.id;
  const chosenId = periodId ?? newest;
  return (
    <div className="stack">
      <PageHeading title={t('outreach:title')} trail={<OutreachLinks />} />
      <p className="small-print">{t('outreach:about')}</p>
      {chosenId !== undefined && (
        <Need
          key={`${chosenId} ${cityCode ?? ''}`}
          filter={{ periodId: chosenId, cityCode, text, sort: NEED_SORTS.find((known) => known === sort) }}
        />
      )}
      {periods?.length === 0 && <Empty>{t('outreach:none')}</Empty>}
    </div>
  );
}

function Need({ filter }: { readonly filter: NeedFilter }): ReactNode {
  const { t, format } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(needQuery(filter));
  const [first] = query.data?.pages ?? [];
  const mayPlan = may(useMe(), 'outreach:plan');
  const cityCode = first?.cityCode ?? null;
  return (
    <>
      <NeedTools filter={filter} cities={first?.cities ?? []} cityCode={cityCode} />
      <WholeListLink path="/outreach/need/xlsx" query={{ ...filter }} />
      {mayPlan && cityCode !== null && (
        <>
          <p className="small-print" role="status">
            {chosen.size === 0
              ? t('outreach:chooseHint')
              : t('outreach:chosen', { count: chosen.size, shown: format.count(chosen.size) })}
          </p>
          {chosen.size > 0 && (
            <OpenedForm name={t('outreach:plan')}>
              {(close) => (
                <CampaignForm
                  periodId={filter.periodId}
                  cityCode={cityCode}
                  kelurahan={[...chosen].toSorted()}
                  onClose={close}
                />
              )}
            </OpenedForm>
          )}
        </>
      )}
      <AnsweredList
        query={query}
        empty={<Empty>{t(filter.text === undefined ? 'outreach:none' : 'table.noResult')}</Empty>}
      >
        {(rows) => <NeedTable rows={rows} {...(mayPlan && { chosen, onChoose: setChosen })} />}
      </AnsweredList>
    </>
  );
}

interface Tools {
  readonly filter: NeedFilter;
  readonly cities: OutreachNeedPage['cities'];
  readonly cityCode: string | null;
}

function NeedTools({ filter, cities, cityCode }: Tools): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const { data: periods = [] } = useQuery(periodsQuery);
  const choose = (chosen: Partial<NeedFilter>): void => {
    void navigate({ to: '/outreach', search: { ...filter, ...chosen } });
  };
  const city = {
    label: t('outreach:city'),
    isNeeded: true as const,
    value: cityCode ?? undefined,
    offered: cities.map(({ code, name }) => ({ value: code, label: name })),
    onChoose: (value: string | undefined) => {
      choose({ cityCode: value });
    },
  };
  return (
    <ListTools
      hint={t('outreach:hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('outreach:period'),
          isNeeded: true,
          value: filter.periodId,
          offered: periods.map(({ id, months }) => ({ value: id, label: format.months(months) })),
          onChoose: (periodId) => {
            choose(periodId === undefined ? {} : { periodId });
          },
        },
        ...(cities.length > 1 ? [city] : []),
        {
          label: t('table.sort'),
          isNeeded: true,
          value: filter.sort ?? 'need',
          offered: NEED_SORTS.map((value) => ({ value, label: t(`outreach:sortBy.${value}`) })),
          onChoose: (value) => {
            choose({ sort: NEED_SORTS.find((sort) => sort === value) });
          },
        },
      ]}
    />
  );
}
