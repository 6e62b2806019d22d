import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '@mantine/core';
import type { AssignmentLetter } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { PageHeading } from '../../shared/look/page-heading';
import { ReasonArea } from '../../shared/look/reason-area';
import { StatusTag } from '../../shared/look/status-tag';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { assignmentsQuery, withdrawAssignment } from './assignment-queries';
import { IssueForm } from './issue-form';

/** Letters of assignment: who is sent where and until when, the paper, and the form for another one. */
export function AssignmentLettersPage(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const query = useInfiniteQuery(assignmentsQuery);
  return (
    <div className="stack">
      <PageHeading
        title={t('follow-up:assignments.title')}
        trail={
          <Link to="/follow-up" className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      {may(me, 'assignment:issue') && <IssueForm />}
      <AnsweredList query={query} empty={<Empty>{t('follow-up:assignments.none')}</Empty>}>
        {(letters) => <LettersTable letters={letters} />}
      </AnsweredList>
    </div>
  );
}

function LettersTable({ letters }: { readonly letters: readonly AssignmentLetter[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('follow-up:assignments.title')}
      rows={letters}
      keyOf={({ id }) => id}
      columns={[
        { name: t('follow-up:assignments.number'), isHeader: true, cell: ({ number }) => number },
        { name: t('follow-up:assignments.officer'), cell: ({ officer }) => officer },
        { name: t('case.place'), cell: ({ territoryName, territoryCode }) => territoryName ?? territoryCode },
        {
          name: t('follow-up:assignments.days'),
          cell: ({ validFrom, validTo }) => `${format.date(validFrom)} – ${format.date(validTo)}`,
        },
        { name: t('follow-up:assignments.cases'), isNumber: true, cell: ({ cases }) => format.count(cases) },
        {
          name: t('follow-up:assignments.issuer'),
          cell: ({ issuer, withdrawnAt, reason }) => (
            <span className="double">
              <span>{issuer}</span>
              {withdrawnAt !== null && (
                <>
                  <StatusTag tone="neutral">{t('follow-up:assignments.withdrawn')}</StatusTag>
                  <span className="small-print">{reason}</span>
                </>
              )}
            </span>
          ),
        },
        { name: t('follow-up:assignments.act'), cell: (letter) => <Acts letter={letter} /> },
      ]}
    />
  );
}

function Acts({ letter }: { readonly letter: AssignmentLetter }): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand(withdrawAssignment(letter.id));
  const close = (): void => {
    setOpen(false);
  };
  if (isOpen) {
    return (
      <CommandForm
        send={t('follow-up:assignments.withdraw')}
        command={command}
        consequence={t('follow-up:assignments.withdrawConsequence')}
        onSubmit={() => {
          command.mutate({ reason }, { onSuccess: close });
        }}
        onClose={close}
      >
        <ReasonArea label={t('follow-up:assignments.reason')} value={reason} onChange={setReason} />
      </CommandForm>
    );
  }
  if (!letter.hasPaper && !letter.mayWithdraw) return '–';
  return (
    <div className="row">
      {letter.hasPaper && (
        <a className="text-link" href={`/api/v1/assignment-letters/${letter.id}/pdf`} download>
          {t('follow-up:assignments.paper')}
        </a>
      )}
      {letter.mayWithdraw && (
        <Button
          h={44}
          variant="default"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('follow-up:assignments.withdraw')}
        </Button>
      )}
    </div>
  );
}
