import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { OFFICER_STATES } from '../../app/search';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { AddOfficer } from './add-officer';
import { OfficersTable } from './officers-table';
import { OrganisationHead } from '../organisation-head';
import { officersQuery } from '../organisation-queries';
import { roleOf, useRoles } from '../appointments/roles';
import { SearchField } from '../search-field';

const route = getRouteApi('/shell/organisation/officers');

/** Who serves, where, and how they stand today. */
export function OfficersPage(): ReactNode {
  const { t } = useWords();
  const { search, role, officeId, state } = route.useSearch();
  const mayWrite = may(useMe(), 'organisation:write');
  const known = roleOf(role);
  const query = useInfiniteQuery(
    officersQuery({
      ...(search === undefined ? {} : { search }),
      ...(known === undefined ? {} : { role: known }),
      ...(officeId === undefined ? {} : { officeId }),
      ...(state === undefined ? {} : { state }),
    }),
  );
  return (
    <div className="stack">
      <OrganisationHead title={t('organisation:page.officers')} here="officers" mayWrite={mayWrite} />
      <Filters />
      {mayWrite && <Add />}
      <AnsweredList query={query} empty={<Empty>{t('organisation:officer.none')}</Empty>}>
        {(rows) => <OfficersTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

function Filters(): ReactNode {
  const { t } = useWords();
  const filter = route.useSearch();
  const roles = useRoles();
  const navigate = useNavigate();
  const go = (change: typeof filter): void => {
    void navigate({ to: '/organisation/officers', search: { ...filter, ...change }, replace: true });
  };
  return (
    <div className="row" role="group" aria-label={t('table.filter')}>
      <SearchField
        label={t('organisation:officer.search')}
        value={filter.search}
        onSearch={(search) => {
          go({ search });
        }}
      />
      <Select
        clearable
        aria-label={t('organisation:officer.role')}
        placeholder={t('organisation:officer.role')}
        value={filter.role ?? null}
        data={roles}
        onChange={(role) => {
          go({ role: role ?? undefined });
        }}
      />
      <Select
        clearable
        aria-label={t('organisation:officer.state')}
        placeholder={t('organisation:officer.state')}
        value={filter.state ?? null}
        data={OFFICER_STATES.map((value) => ({ value, label: t(`organisation:state.${value}`) }))}
        onChange={(chosen) => {
          go({ state: OFFICER_STATES.find((known) => known === chosen) });
        }}
      />
      {filter.officeId !== undefined && (
        <Button
          variant="default"
          onClick={() => {
            go({ officeId: undefined });
          }}
        >
          {t('organisation:officer.allOffices')}
        </Button>
      )}
    </div>
  );
}

function Add(): ReactNode {
  const { t } = useWords();
  const [isAdding, setAdding] = useState(false);
  if (isAdding) {
    return (
      <AddOfficer
        onClose={() => {
          setAdding(false);
        }}
      />
    );
  }
  return (
    <div className="row">
      <Button
        h={44}
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('organisation:add.open')}
      </Button>
    </div>
  );
}
