import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OwnSession } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { announce } from '../shared/states/live-region';
import { ProblemNotice } from '../shared/states/problem-notice';
import { type Column, DataTable } from '../shared/table/data-table';
import { endOtherSessions, endSession } from './account-queries';
import { clientName } from './client-name';

/** Where the officer is signed in; whatever is not this session can be ended from here. */
export function SessionList({ sessions }: { readonly sessions: readonly OwnSession[] }): ReactNode {
  const { t } = useWords();
  const end = useCommand(endSession);
  const endOthers = useCommand(endOtherSessions);
  const done = {
    onSuccess: () => {
      announce(t('auth:account.ended'));
    },
  };
  const columns = useColumns((id) => {
    end.mutate(id, done);
  });
  return (
    <section className="panel stack" aria-labelledby="own-sessions">
      <Title order={2} size="h3" id="own-sessions">
        {t('auth:account.sessions')}
      </Title>
      <p className="small-print">{t('auth:account.sessionsHint')}</p>
      {[end.error, endOthers.error].map((error, at) => error !== null && <ProblemNotice key={at} error={error} />)}
      <DataTable caption={t('auth:account.sessions')} columns={columns} rows={sessions} keyOf={({ id }) => id} />
      {sessions.length > 1 && (
        <div className="row">
          <Button
            variant="default"
            h={44}
            aria-disabled={endOthers.isPending}
            onClick={() => {
              endOthers.mutate(sessions.length, done);
            }}
          >
            {t('auth:account.endOthers')}
          </Button>
        </div>
      )}
    </section>
  );
}

function useColumns(onEnd: (sessionId: string) => void): Column<OwnSession>[] {
  const { t, format } = useWords();
  const nameOf = ({ kind, client }: OwnSession): string =>
    kind === 'bearer' ? t('auth:account.program') : (clientName(client) ?? t('auth:account.unknown'));
  return [
    {
      name: t('auth:account.place'),
      isHeader: true,
      cell: (row) => `${nameOf(row)}, ${row.address}${row.isCurrent ? ` (${t('auth:account.current')})` : ''}`,
    },
    { name: t('auth:account.started'), cell: ({ startedAt }) => format.dateTime(startedAt) },
    { name: t('auth:account.used'), cell: ({ usedAt }) => format.dateTime(usedAt) },
    { name: t('auth:account.expires'), cell: ({ expiresAt }) => format.dateTime(expiresAt) },
    {
      name: t('auth:account.act'),
      cell: (row) =>
        row.isCurrent ? (
          '–'
        ) : (
          <Button
            variant="default"
            h={44}
            aria-label={t('auth:account.endOf', { name: nameOf(row) })}
            onClick={() => {
              onEnd(row.id);
            }}
          >
            {t('auth:account.end')}
          </Button>
        ),
    },
  ];
}
