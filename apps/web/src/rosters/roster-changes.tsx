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
        {t('families:versions.versions')}
      </Title>
      <DataTable
        caption={t('families:versions.versions')}
        rows={versions}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('families:versions.versions'),
            isHeader: true,
            cell: ({ id, version }) => (
              <Link to="/rosters/$rosterId" params={{ rosterId: id }} className="text-link">
                {t('roster.version', { version })}
              </Link>
            ),
          },
          { name: t('roster.families'), isNumber: true, cell: ({ families }) => format.count(families) },
          { name: t('families:versions.created'), cell: ({ createdAt }) => format.dateTime(createdAt) },
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
  const title = t('families:versions.changesSince', { version: before.version });
  return (
    <section className="stack" aria-labelledby="changes">
      <Title order={2} size="h3" id="changes">
        {title}
      </Title>
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {first !== undefined && (
        <p>
          {t('families:versions.changeCounts', {
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
          name: t('families:versions.change'),
          cell: ({ change, fields }) =>
            [
              t(`families:versions.changeIs.${change}`),
              fields.map((field) => t(`families:versions.fieldIs.${field}`)).join(', '),
            ]
              .filter((text) => text !== '')
              .join(': '),
        },
      ]}
    />
  );
}
