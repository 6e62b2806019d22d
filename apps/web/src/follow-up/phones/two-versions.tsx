import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FieldConflict } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { versionsQuery } from './phone-queries';

const TONES: Readonly<Record<FieldConflict['state'], Tone>> = {
  open: 'running',
  kept: 'late',
  recorded: 'done',
  theirs: 'neutral',
};

/** Visits that two people, or two phones, wrote down: both notes, and what became of the second. */
export function TwoVersions(): ReactNode {
  const { t, codeWord } = useWords();
  const query = useQuery(versionsQuery());
  return (
    <Answered query={query}>
      {(versions) =>
        versions.length === 0 ? (
          <Empty>{t('follow-up:phones.versions.none')}</Empty>
        ) : (
          <DataTable
            caption={t('follow-up:phones.versions.title')}
            rows={versions}
            keyOf={({ id }) => id}
            columns={[
              { name: t('follow-up:phones.versions.family'), isHeader: true, cell: (row) => <Family row={row} /> },
              {
                name: t('follow-up:phones.versions.first'),
                cell: ({ theirs }) =>
                  theirs === null ? (
                    t('follow-up:phones.versions.noFirst')
                  ) : (
                    <Note by={theirs.officer} at={theirs.decidedAt} finding={theirs.finding} note={theirs.note} />
                  ),
              },
              {
                name: t('follow-up:phones.versions.second'),
                cell: ({ officer, mine }) => (
                  <Note by={officer} at={mine.writtenAt} finding={mine.finding} note={mine.note} />
                ),
              },
              {
                name: t('follow-up:phones.versions.state'),
                cell: ({ state }) => (
                  <span className="double">
                    <StatusTag tone={TONES[state]}>{codeWord('follow-up:phones.versions.is', state)}</StatusTag>
                    {state === 'kept' && <span className="small-print">{t('follow-up:phones.versions.kept')}</span>}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </Answered>
  );
}

function Family({ row: { kpmCode, kelurahanName, rtRw } }: { readonly row: FieldConflict }): ReactNode {
  return (
    <span className="double">
      <span>{kpmCode}</span>
      <span className="small-print">{[kelurahanName, rtRw].filter(Boolean).join(', ')}</span>
    </span>
  );
}

interface NoteProps {
  readonly by: string;
  readonly at: string;
  readonly finding: string | null;
  readonly note: string | null;
}

function Note({ by, at, finding, note }: NoteProps): ReactNode {
  const { format, codeWord } = useWords();
  return (
    <span className="double">
      <span>{finding === null ? '–' : codeWord('finding', finding)}</span>
      {note !== null && <span>{note}</span>}
      <span className="small-print">
        {by}, {format.dateTime(at)}
      </span>
    </span>
  );
}
