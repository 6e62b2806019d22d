import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { periodsQuery } from '../periods/period-queries';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { EffectShown } from './effect-shown';
import { OutreachLinks } from './outreach-links';
import { type EffectFilter, effectQuery } from './outreach-queries';

const route = getRouteApi('/shell/outreach/effect');

/** What sessions changed between two periods. */
export function EffectPage(): ReactNode {
  const { t } = useWords();
  const { beforeId, afterId, cityCode } = route.useSearch();
  const { data: periods } = useQuery(periodsQuery);
  const newest = periods?.toSorted((one, other) => other.openedOn.localeCompare(one.openedOn)) ?? [];
  const after = newest.find(({ id }) => id === afterId) ?? newest[0];
  const before =
    newest.find(({ id }) => id === beforeId) ??
    newest.find(({ id, programme }) => id !== after?.id && programme === after?.programme);
  return (
    <div className="stack">
      <PageHeading title={t('outreach:effect')} trail={<OutreachLinks />} />
      {before !== undefined && after !== undefined && (
        <Effect filter={{ beforeId: before.id, afterId: after.id, cityCode }} />
      )}
      {periods !== undefined && before === undefined && <Empty>{t('outreach:onePeriod')}</Empty>}
    </div>
  );
}

function Effect({ filter }: { readonly filter: EffectFilter }): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const { data: periods = [] } = useQuery(periodsQuery);
  const query = useQuery({ ...effectQuery(filter), retry: false });
  const cities = query.data?.cities ?? [];
  const choose = (chosen: Partial<EffectFilter>): void => {
    void navigate({ to: '/outreach/effect', search: { ...filter, ...chosen } });
  };
  const offered = periods.map(({ id, months }) => ({ value: id, label: format.months(months) }));
  return (
    <>
      {(['beforeId', 'afterId'] as const).map((side) => (
        <Select
          key={side}
          allowDeselect={false}
          label={t(side === 'beforeId' ? 'outreach:before' : 'outreach:after')}
          data={offered}
          value={filter[side]}
          onChange={(chosen) => {
            if (chosen !== null) choose({ [side]: chosen });
          }}
        />
      ))}
      {cities.length > 1 && (
        <Select
          allowDeselect={false}
          label={t('outreach:city')}
          data={cities.map(({ code, name }) => ({ value: code, label: name }))}
          value={query.data?.cityCode ?? null}
          onChange={(chosen) => {
            choose({ cityCode: chosen ?? undefined });
          }}
        />
      )}
      <Answered query={query}>{(effect) => <EffectShown effect={effect} />}</Answered>
    </>
  );
}
