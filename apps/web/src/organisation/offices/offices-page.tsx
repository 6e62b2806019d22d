import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { OFFICE_KINDS } from '../../app/search';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { OfficesTable } from './offices-table';
import { OrganisationHead } from '../organisation-head';
import { officesQuery } from '../organisation-queries';
import { SearchField } from '../search-field';

const route = getRouteApi('/shell/organisation/');

/** Offices by territory, with who serves in them and which posts are vacant. */
export function OfficesPage(): ReactNode {
  const { t } = useWords();
  const { search, kind } = route.useSearch();
  const navigate = useNavigate();
  const me = useMe();
  const query = useInfiniteQuery(
    officesQuery({ ...(search === undefined ? {} : { search }), ...(kind === undefined ? {} : { kind }) }),
  );
  return (
    <div className="stack">
      <OrganisationHead
        title={t('organisation:page.offices')}
        here="offices"
        mayWrite={may(me, 'organisation:write')}
      />
      <div className="row" role="group" aria-label={t('table.filter')}>
        <SearchField
          label={t('organisation:office.search')}
          value={search}
          onSearch={(text) => void navigate({ to: '/organisation', search: { kind, search: text }, replace: true })}
        />
        <Select
          clearable
          aria-label={t('organisation:office.kind')}
          placeholder={t('organisation:office.kind')}
          value={kind ?? null}
          data={OFFICE_KINDS.map((value) => ({ value, label: t(`organisation:kind.${value}`) }))}
          onChange={(chosen) => {
            const wanted = OFFICE_KINDS.find((known) => known === chosen);
            void navigate({ to: '/organisation', search: { search, kind: wanted }, replace: true });
          }}
        />
      </div>
      <AnsweredList query={query} empty={<Empty>{t('organisation:office.none')}</Empty>}>
        {(rows) => <OfficesTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}
