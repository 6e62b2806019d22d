import { Button, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import { useWords } from '../shared/language/use-words';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { WaitingRows } from '../shared/states/waiting-rows';
import { LoadMore } from '../shared/table/load-more';
import { AuditTable } from './audit-table';

interface Search {
  readonly nik: string;
  readonly purpose: string;
  /** Tells one search from the next where a NIK must not: it stands in no address and no key. */
  readonly at: number;
}

/** Who opened the data of a NIK: type it, say why, and read. */
export function PersonTrail(): ReactNode {
  const { t } = useWords();
  const [search, setSearch] = useState<Search>();
  return (
    <section className="panel stack" aria-labelledby="person-trail">
      <Title order={2} size="h4" id="person-trail">
        {t('audit:person.title')}
      </Title>
      <PersonForm onSearch={setSearch} />
      {search !== undefined && (
        <Found
          key={search.at}
          search={search}
          onClose={() => {
            setSearch(undefined);
          }}
        />
      )}
    </section>
  );
}

function PersonForm({ onSearch }: { readonly onSearch: (search: Search) => void }): ReactNode {
  const { t } = useWords();
  const [nik, setNik] = useState('');
  const [purpose, setPurpose] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onSearch({ nik, purpose: purpose.trim(), at: Date.now() });
      }}
    >
      <div className="row">
        <TextInput
          label={t('audit:person.nik')}
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]{16}"
          required
          value={nik}
          onChange={({ currentTarget: { value } }) => {
            setNik(value.replaceAll(/\s/g, ''));
          }}
        />
        <TextInput
          label={t('audit:person.purpose')}
          minLength={5}
          maxLength={200}
          required
          value={purpose}
          onChange={({ currentTarget: { value } }) => {
            setPurpose(value);
          }}
        />
      </div>
      <p>{t('audit:person.hint')}</p>
      <div className="row">
        <Button type="submit" h={44}>
          {t('audit:person.find')}
        </Button>
      </div>
    </form>
  );
}

function Found({ search, onClose }: { readonly search: Search; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { nik, purpose, at } = search;
  const query = useInfiniteQuery({
    queryKey: ['audit', 'person', at],
    // Asked once: each asking is recorded.
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, retry: false },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.POST('/api/v1/audit/persons', {
          body: { nik, purpose, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const entries = query.data?.pages.flatMap(({ rows }) => rows);
  return (
    <div className="stack">
      <p className="row">
        <span>{t('audit:person.found', { tail: nik.slice(-4) })}</span>
        <Button variant="default" h={44} onClick={onClose}>
          {t('audit:person.close')}
        </Button>
      </p>
      {query.error !== null && <ProblemNotice error={query.error} />}
      {entries === undefined && query.error === null && <WaitingRows />}
      {entries?.length === 0 && <Empty>{t('audit:person.none')}</Empty>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <AuditTable entries={entries} />
          <LoadMore query={query} shown={entries.length} />
        </>
      )}
    </div>
  );
}
