import { Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Roster, RosterChange, RosterVersion } from '../api/schemas';
import { FamilyLink } from '../families/family-link';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { DataTable } from '../shared/table/data-table';
import { LoadMore } from '../shared/table/load-more';
import { changesQuery, versionsQuery } from './roster-queries';

/** Where a list has come again: its versions, and what this one changed of the one before. */
export function RosterChanges({ roster }: { readonly roster: Roster }): ReactNode {
  const { data = [] } = useQuery(versionsQuery(roster.id));
  const before = data.find(({ version }) => version < roster.version);
  if (data.length < 2) return null;
  return (
    <>
      <Versions versions={data} />
      {before !== undefined && <ChangesSince rosterId={roster.id} before={before} />}
    </>
  );
}

function Versions({ versions }: { readonly versions: readonly RosterVersion[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <section className="stack" aria-labelledby="versions">
      <Title order={2} size="h3" id="versions">
        {t('roster.versions')}
      </Title>
      <DataTable
        caption={t('roster.versions')}
        rows={versions}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('roster.versions'),
            isHeader: true,
            cell: ({ id, version }) => (
              <Link to="/rosters/$rosterId" params={{ rosterId: id }} className="text-link">
                {t('roster.version', { version })}
              </Link>
            ),
          },
          { name: t('roster.families'), isNumber: true, cell: ({ families }) => format.count(families) },
          { name: t('roster.created'), cell: ({ createdAt }) => format.dateTime(createdAt) },
        ]}
      />
    </section>
  );
}

function ChangesSince({ rosterId, before }: { readonly rosterId: string; readonly before: RosterVersion }): ReactNode {
  const { t, format } = useWords();
  const query = useInfiniteQuery(changesQuery(rosterId, before.id));
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const title = t('roster.changesSince', { version: before.version });
  return (
    <section className="stack" aria-labelledby="changes">
      <Title order={2} size="h3" id="changes">
        {title}
      </Title>
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {first !== undefined && (
        <p>
          {t('roster.changeCounts', {
            added: format.count(first.added),
            removed: format.count(first.removed),
            changed: format.count(first.changed),
          })}
        </p>
      )}
      {rows.length > 0 && (
        <>
          <ChangesTable caption={title} rows={rows} />
          <LoadMore query={query} shown={rows.length} />
        </>
      )}
    </section>
  );
}

function ChangesTable({ caption, rows }: { readonly caption: string; readonly rows: RosterChange[] }): ReactNode {
  const { t } = useWords();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, familyCode }) => <FamilyLink code={familyCode}>{kpmCode ?? '–'}</FamilyLink>,
        },
        { name: 'NIK', cell: ({ nikMasked }) => nikMasked },
        { name: t('roster.kelurahan'), cell: ({ kelurahanName }) => kelurahanName ?? '–' },
        {
          name: t('roster.change'),
          cell: ({ change, fields }) =>
            [t(`roster.changeIs.${change}`), fields.map((field) => t(`roster.fieldIs.${field}`)).join(', ')]
              .filter((text) => text !== '')
              .join(': '),
        },
      ]}
    />
  );
}
