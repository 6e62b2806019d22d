import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FamilyChange } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { Answered } from '../../shared/states/answered';
import { DataTable } from '../../shared/table/data-table';
import { ChangeDecision } from './change-decision';
import { ChangeForm } from './change-form';
import { changesQuery } from './change-queries';
import { CHANGE_TONES } from './change-tones';

/** It waits for the reader: shown with what they may do. */
const isMine = ({ mayDecide, mayWithdraw }: FamilyChange): boolean => mayDecide || mayWithdraw;

/** What was changed in the family's record or waits to be, and the form for another change. */
export function FamilyChanges({ code }: { readonly code: string }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const query = useQuery(changesQuery(code));
  const [isProposing, setProposing] = useState(false);
  return (
    <section className="stack" aria-labelledby="family-changes">
      <Title order={2} size="h3" id="family-changes">
        {t('families:change.title')}
      </Title>
      <Answered query={query} rows={2}>
        {(changes) => (
          <>
            {changes.filter(isMine).map((change) => (
              <ChangeDecision key={change.id} change={change} />
            ))}
            {changes.length === 0 && <p className="small-print">{t('families:change.none')}</p>}
            {changes.some((change) => !isMine(change)) && (
              <ChangesTable changes={changes.filter((change) => !isMine(change))} />
            )}
          </>
        )}
      </Answered>
      {may(me, 'family:propose') && !isProposing && (
        <div>
          <Button
            h={44}
            variant="default"
            onClick={() => {
              setProposing(true);
            }}
          >
            {t('families:change.propose')}
          </Button>
        </div>
      )}
      {isProposing && (
        <ChangeForm
          code={code}
          onClose={() => {
            setProposing(false);
          }}
        />
      )}
    </section>
  );
}

function ChangesTable({ changes }: { readonly changes: readonly FamilyChange[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('families:change.title')}
      rows={changes}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('families:change.field'),
          isHeader: true,
          cell: ({ field }) => t(`families:change.fieldIs.${field}`),
        },
        {
          name: t('families:change.state'),
          cell: ({ state }) => <StatusTag tone={CHANGE_TONES[state]}>{t(`families:change.is.${state}`)}</StatusTag>,
        },
        { name: t('families:change.reason'), cell: ({ reason }) => reason },
        {
          name: t('families:change.proposer'),
          cell: ({ proposer, proposedAt }) => (
            <>
              <span className="line">{proposer}</span>
              <span className="line small-print">{format.dateTime(proposedAt)}</span>
            </>
          ),
        },
        {
          name: t('families:change.decider'),
          cell: ({ decider, decidedAt, decisionReason, state, dueOn }) =>
            state === 'proposed' ? (
              t('families:change.until', { day: format.date(dueOn) })
            ) : (
              <>
                <span className="line">{decider ?? '–'}</span>
                <span className="line small-print">
                  {[decidedAt === null ? '' : format.dateTime(decidedAt), decisionReason ?? '']
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </>
            ),
        },
      ]}
    />
  );
}
