import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CheckList } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { saveCsv } from '../../shared/table/csv';
import { checkListsQuery, kindsQuery } from './check-list-queries';
import { CheckListTable } from './check-list-table';
import { LoadForm } from './load-form';

const route = getRouteApi('/shell/check-lists');
const SORTS = ['newest', 'kind', 'hits'] as const;

/** Lists that families are compared with: what is said of each, how many families it asked about, and the form for another one. */
export function CheckListsPage(): ReactNode {
  const filter = route.useSearch();
  const { t } = useWords();
  const me = useMe();
  const query = useInfiniteQuery(checkListsQuery(filter));
  return (
    <div className="stack">
      <PageHeading title={t('families:checkList.title')} />
      <p>{t('families:checkList.lead')}</p>
      {may(me, 'check-list:write') && <LoadForm />}
      <Filters shown={query.data?.pages.flatMap(({ rows }) => rows) ?? []} />
      <AnsweredList query={query} empty={<Empty>{t('families:checkList.none')}</Empty>}>
        {(lists) => <CheckListTable lists={lists} />}
      </AnsweredList>
    </div>
  );
}

/** By kind, in which order, and what is shown as a file. */
function Filters({ shown }: { readonly shown: readonly CheckList[] }): ReactNode {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useWords();
  const { data: kinds = [] } = useQuery(kindsQuery());
  return (
    <div className="row" role="group" aria-label={t('table.filter')}>
      <Select
        clearable
        aria-label={t('families:checkList.kind')}
        placeholder={t('families:checkList.all')}
        data={kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
        value={filter.kind ?? null}
        onChange={(kind) => void navigate({ search: { ...filter, kind: kind ?? undefined } })}
      />
      <Select
        allowDeselect={false}
        aria-label={t('families:checkList.sort')}
        data={SORTS.map((sort) => ({ value: sort, label: t(`families:checkList.sorts.${sort}`) }))}
        value={filter.sort ?? 'newest'}
        onChange={(chosen) => void navigate({ search: { ...filter, sort: SORTS.find((sort) => sort === chosen) } })}
      />
      {shown.length > 0 && (
        <Button
          variant="default"
          onClick={() => {
            saveCsv('daftar-pembanding', asTable(shown));
          }}
        >
          {t('families:checkList.export')}
        </Button>
      )}
    </div>
  );
}

const HEADER = ['jenis', 'sumber', 'per', 'mulai', 'sampai', 'wilayah', 'orang', 'tanpa_nik', 'kpm', 'status'];

const asTable = (lists: readonly CheckList[]): (string | number)[][] => [
  HEADER,
  ...lists.map((list) => [
    ...[list.kind, list.source, list.listedOn, list.validFrom, list.validTo, list.territoryCode],
    ...[list.entries, list.skipped, list.hits, list.state],
  ]),
];
