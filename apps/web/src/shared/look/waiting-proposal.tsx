import { Button, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { announce } from '../states/live-region';
import { CommandForm } from './command-form';
import { Facts } from './facts';
import { ReasonArea } from './reason-area';

export interface ProposalWords {
  readonly name: string;
  readonly send: string;
  readonly consequence: string;
  /** Announced once it has happened. */
  readonly done: string;
}

interface Act<Body> extends ProposalWords {
  readonly run: (body: Body, key: string) => Promise<unknown>;
}

interface Acts {
  readonly confirm: Act<null>;
  readonly withdraw: Act<null>;
  readonly refuse: Act<{ reason: string }>;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly acts: Acts;
  readonly reasonLabel: string;
  /** Whether the reader decides on what others propose. */
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
}

/** A proposal that waits for a second person, who confirms or refuses it; its proposer may take it back. */
export function WaitingProposal({ id, title, facts, acts, reasonLabel, mayDecide, isOwn }: Props): ReactNode {
  const [chosen, setChosen] = useState<keyof Acts>();
  const offered: readonly (keyof Acts)[] = isOwn ? ['withdraw'] : mayDecide ? ['confirm', 'refuse'] : [];
  const close = (): void => {
    setChosen(undefined);
  };
  return (
    <section className="stack" aria-labelledby={`proposal-${id}`}>
      <Title order={2} size="h3" id={`proposal-${id}`}>
        {title}
      </Title>
      <Facts facts={facts} />
      {chosen === undefined && offered.length > 0 && (
        <div className="row">
          {offered.map((name) => (
            <Button
              key={name}
              h={44}
              variant={name === 'confirm' ? 'filled' : 'default'}
              onClick={() => {
                setChosen(name);
              }}
            >
              {acts[name].name}
            </Button>
          ))}
        </div>
      )}
      {chosen === 'refuse' && <RefuseForm act={acts.refuse} label={reasonLabel} onClose={close} />}
      {(chosen === 'confirm' || chosen === 'withdraw') && <PlainForm act={acts[chosen]} onClose={close} />}
    </section>
  );
}

interface FormProps<Body> {
  readonly act: Act<Body>;
  readonly onClose: () => void;
}

function PlainForm({ act, onClose }: FormProps<null>): ReactNode {
  const command = useCommand(act.run);
  return (
    <CommandForm
      send={act.send}
      command={command}
      consequence={act.consequence}
      onSubmit={() => {
        command.mutate(null, { onSuccess: announced(act, onClose) });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}

function RefuseForm({ act, label, onClose }: FormProps<{ reason: string }> & { readonly label: string }): ReactNode {
  const [reason, setReason] = useState('');
  const command = useCommand(act.run);
  return (
    <CommandForm
      send={act.send}
      command={command}
      consequence={act.consequence}
      onSubmit={() => {
        command.mutate({ reason }, { onSuccess: announced(act, onClose) });
      }}
      onClose={onClose}
    >
      <ReasonArea label={label} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

const announced = (act: ProposalWords, onClose: () => void) => (): void => {
  announce(act.done);
  onClose();
};
