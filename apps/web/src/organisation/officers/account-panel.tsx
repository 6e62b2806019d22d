import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OfficerDetail } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { issueCode, setDisabled } from '../organisation-queries';
import '../organisation.css';

/** The account of an officer: a first code, closing and opening. */
export function AccountPanel({ officer }: { readonly officer: OfficerDetail }): ReactNode {
  const { t } = useWords();
  const [isChanging, setChanging] = useState(false);
  const change = officer.state === 'disabled' ? 'enable' : 'disable';
  if (isChanging) {
    return (
      <AccountForm
        officerId={officer.id}
        change={change}
        onClose={() => {
          setChanging(false);
        }}
      />
    );
  }
  return (
    <div className="stack">
      {officer.state === 'waiting' && officer.reset?.state !== 'confirmed' && <FirstCode officerId={officer.id} />}
      <div className="row">
        <Button
          variant="default"
          h={44}
          onClick={() => {
            setChanging(true);
          }}
        >
          {t(`organisation:account.${change}`)}
        </Button>
      </div>
    </div>
  );
}

/** Shown once: the page does not keep it, and the server has only its hash. */
function FirstCode({ officerId }: { readonly officerId: string }): ReactNode {
  const { t, format } = useWords();
  const issue = useMutation({ mutationFn: () => issueCode(officerId) });
  if (issue.data !== undefined) {
    return (
      <Notice tone="done">
        <p>{t('organisation:code.is', { username: issue.data.username })}</p>
        <p className="activation-code">{issue.data.code}</p>
        <p>{t('organisation:code.once', { until: format.dateTime(issue.data.expiresAt) })}</p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      <p className="consequence">{t('organisation:code.consequence')}</p>
      {issue.error !== null && <ProblemNotice error={issue.error} />}
      <div className="row">
        <Button
          h={44}
          aria-disabled={issue.isPending}
          onClick={() => {
            if (!issue.isPending) issue.mutate();
          }}
        >
          {t('organisation:code.issue')}
        </Button>
      </div>
    </div>
  );
}

interface FormProps {
  readonly officerId: string;
  readonly change: 'disable' | 'enable';
  readonly onClose: () => void;
}

function AccountForm({ officerId, change, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(setDisabled(officerId, change));
  return (
    <CommandForm
      send={t(`organisation:account.${change}`)}
      command={command}
      consequence={t(`organisation:account.consequence.${change}`)}
      onSubmit={() => {
        command.mutate(
          { reason },
          {
            onSuccess: onClose,
          },
        );
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('organisation:reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}
