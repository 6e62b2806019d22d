import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { FamilyChange, OpenedFamilyChange } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { PurposeForm } from '../../rosters/reveal/purpose-form';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { announce } from '../../shared/states/live-region';
import { ChangeValues } from './change-values';
import { confirmChange, openChange, refuseChange, withdrawChange } from './change-queries';

interface Props {
  readonly change: FamilyChange;
}
type Act = 'read' | 'refuse' | 'withdraw';

/** A change that waits: who may decide reads it first, then confirms or refuses; who proposed it may take it back. */
export function ChangeDecision({ change }: Props): ReactNode {
  const { t, format } = useWords();
  const [act, setAct] = useState<Act>();
  const close = (): void => {
    setAct(undefined);
  };
  const acts: readonly Act[] = change.mayDecide ? ['read', 'refuse'] : ['withdraw'];
  const title = t('families:change.waits', { field: t(`families:change.fieldIs.${change.field}`) });
  return (
    <section className="panel stack" aria-label={title}>
      <strong>{title}</strong>
      <p>
        {t('families:change.proposedBy', { officer: change.proposer, day: format.dateTime(change.proposedAt) })}{' '}
        {t('families:change.until', { day: format.date(change.dueOn) })}
      </p>
      <p>
        {t('families:change.reason')}: {change.reason}
      </p>
      <p>
        <Source change={change} />
      </p>
      {act === undefined && (
        <div className="row">
          {acts.map((name) => (
            <Button
              key={name}
              h={44}
              variant={name === 'read' ? 'filled' : 'default'}
              onClick={() => {
                setAct(name);
              }}
            >
              {t(`families:change.act.${name}`)}
            </Button>
          ))}
        </div>
      )}
      {act === 'read' && <Read change={change} onClose={close} />}
      {act === 'refuse' && <Refuse change={change} onClose={close} />}
      {act === 'withdraw' && <Withdraw change={change} onClose={close} />}
    </section>
  );
}

/** What speaks for it: a paper, or the complaint whose answer set it going. */
function Source({ change: { id, paperName, complaintId, complaintNumber } }: Props): ReactNode {
  const { t } = useWords();
  if (complaintId !== null) {
    return (
      <Link to="/complaints/$complaintId" params={{ complaintId }} className="text-link">
        {t('families:change.complaint', { number: complaintNumber ?? '' })}
      </Link>
    );
  }
  return (
    <a className="text-link" href={`/api/v1/family-changes/${id}/paper`} download>
      {t('families:change.paper', { name: paperName ?? '' })}
    </a>
  );
}

interface ActProps extends Props {
  readonly onClose: () => void;
}

/** Nobody confirms what they have not read: the button is below the values. */
function Read({ change, onClose }: ActProps): ReactNode {
  const [opened, setOpened] = useState<OpenedFamilyChange>();
  const open = useMutation({
    mutationFn: openChange(change.id),
    onSuccess: setOpened,
    // What was opened must not stay in the memory of the page.
    gcTime: 0,
  });
  if (opened === undefined) return <PurposeForm error={open.error} onSubmit={open.mutate} onCancel={onClose} />;
  return <Confirm change={change} opened={opened} onClose={onClose} />;
}

function Confirm({ change, opened, onClose }: ActProps & { readonly opened: OpenedFamilyChange }): ReactNode {
  const { t } = useWords();
  const command = useCommand(confirmChange(change.id));
  return (
    <CommandForm
      send={t('families:change.confirm')}
      command={command}
      consequence={t('families:change.confirmConsequence')}
      onSubmit={() => {
        command.mutate(
          { contentHash: opened.contentHash },
          {
            onSuccess: () => {
              announce(t('families:change.confirmed'));
            },
          },
        );
      }}
      onClose={onClose}
    >
      <ChangeValues opened={opened} onHide={onClose} />
    </CommandForm>
  );
}

function Refuse({ change, onClose }: ActProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(refuseChange(change.id));
  return (
    <CommandForm
      send={t('families:change.refuse')}
      command={command}
      consequence={t('families:change.refuseConsequence', { officer: change.proposer })}
      onSubmit={() => {
        command.mutate({ reason });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('families:change.reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

function Withdraw({ change, onClose }: ActProps): ReactNode {
  const { t } = useWords();
  const command = useCommand(withdrawChange(change.id));
  return (
    <CommandForm
      send={t('families:change.act.withdraw')}
      command={command}
      consequence={t('families:change.withdrawConsequence')}
      onSubmit={() => {
        command.mutate(null);
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}
