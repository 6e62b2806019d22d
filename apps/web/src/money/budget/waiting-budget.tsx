import { Button, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Budget } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { Facts } from '../../shared/look/facts';
import { ReasonArea } from '../../shared/look/reason-area';
import { announce } from '../../shared/states/live-region';
import { confirmBudget, refuseBudget, withdrawBudget } from './budget-queries';

type Act = 'confirm' | 'refuse' | 'withdraw';

/** A proposal that waits: the KPA confirms or refuses it, its proposer may take it back. */
export function WaitingBudget({ budget }: { readonly budget: Budget }): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const [act, setAct] = useState<Act | undefined>();
  const acts: readonly Act[] = [
    ...(may(me, 'budget:confirm') && !budget.isOwnProposal ? (['confirm', 'refuse'] as const) : []),
    ...(budget.isOwnProposal ? (['withdraw'] as const) : []),
  ];
  const close = (): void => {
    setAct(undefined);
  };
  return (
    <section className="stack" aria-labelledby={`budget-${budget.id}`}>
      <Title order={2} size="h3" id={`budget-${budget.id}`}>
        {t('money:budget.waits', { year: budget.year })}
      </Title>
      <Facts
        facts={[
          [t('money:budget.paper'), `${budget.dipaNumber}, ${format.date(budget.dipaOn)}`],
          [t('money:budget.ceiling'), format.rupiah(budget.amountRupiah)],
          [t('money:budget.proposer'), `${budget.proposer}, ${format.dateTime(budget.proposedAt)}`],
        ]}
      />
      {act === undefined && acts.length > 0 && (
        <div className="row">
          {acts.map((name) => (
            <Button
              key={name}
              h={44}
              variant={name === 'confirm' ? 'filled' : 'default'}
              onClick={() => {
                setAct(name);
              }}
            >
              {t(`money:budget.${name}.name`)}
            </Button>
          ))}
        </div>
      )}
      {act === 'refuse' && <RefuseForm budget={budget} onClose={close} />}
      {(act === 'confirm' || act === 'withdraw') && <PlainForm act={act} budget={budget} onClose={close} />}
    </section>
  );
}

interface FormProps {
  readonly budget: Budget;
  readonly onClose: () => void;
}

function PlainForm({ act, budget, onClose }: FormProps & { readonly act: 'confirm' | 'withdraw' }): ReactNode {
  const { t, format } = useWords();
  const command = useCommand(act === 'confirm' ? confirmBudget(budget.id) : withdrawBudget(budget.id));
  const { year, amountRupiah } = budget;
  return (
    <CommandForm
      send={t(`money:budget.${act}.send`)}
      command={command}
      consequence={t(`money:budget.${act}.consequence`, { year, amount: format.rupiah(amountRupiah) })}
      onSubmit={() => {
        command.mutate(null, {
          onSuccess: () => {
            announce(t(`money:budget.${act}.done`));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}

function RefuseForm({ budget, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(refuseBudget(budget.id));
  return (
    <CommandForm
      send={t('money:budget.refuse.send')}
      command={command}
      consequence={t('money:budget.refuse.consequence', { officer: budget.proposer })}
      onSubmit={() => {
        command.mutate({ reason }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('money:budget.reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}
