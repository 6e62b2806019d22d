import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseRequest, EndCaseRequest } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { endRequest, takeRequest } from './request-queries';

interface Props {
  readonly request: CaseRequest;
}
type Act = EndCaseRequest['outcome'] | 'take';

/** What the reader may do with a request: end it with the answer, or take it over from a colleague. */
export function RequestActs({ request }: Props): ReactNode {
  const { t } = useWords();
  const [act, setAct] = useState<Act>();
  const close = (): void => {
    setAct(undefined);
  };
  const acts: readonly Act[] = request.mayEnd ? ['done', 'refused'] : request.mayTake ? ['take'] : [];
  if (acts.length === 0) return request.note ?? '–';
  if (act === 'take') return <Take request={request} onClose={close} />;
  if (act !== undefined) return <End request={request} outcome={act} onClose={close} />;
  return (
    <div className="row">
      {acts.map((name) => (
        <Button
          key={name}
          h={44}
          variant="default"
          onClick={() => {
            setAct(name);
          }}
        >
          {t(`follow-up:requests.${name}`)}
        </Button>
      ))}
    </div>
  );
}

interface ActProps extends Props {
  readonly onClose: () => void;
}

function End({ request, outcome, onClose }: ActProps & { readonly outcome: EndCaseRequest['outcome'] }): ReactNode {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const command = useCommand(endRequest(request.id));
  return (
    <CommandForm
      send={t('follow-up:requests.send')}
      command={command}
      consequence={t(`follow-up:requests.endConsequence.${outcome}`)}
      onSubmit={() => {
        command.mutate({ outcome, note });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('follow-up:requests.note')} value={note} onChange={setNote} />
    </CommandForm>
  );
}

function Take({ request, onClose }: ActProps): ReactNode {
  const { t } = useWords();
  const command = useCommand(takeRequest(request.id));
  return (
    <CommandForm
      send={t('follow-up:requests.take')}
      command={command}
      consequence={t('follow-up:requests.takeConsequence', { officer: request.owner })}
      onSubmit={() => {
        command.mutate(null);
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}
