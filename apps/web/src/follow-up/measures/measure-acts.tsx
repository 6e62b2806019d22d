import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseMeasure } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { actOnMeasures } from './measure-queries';

type Act = CaseMeasure['acts'][number];

/** What the reader may do with a hold or early return now; each act says before what follows. */
export function MeasureActs({ measure }: { readonly measure: CaseMeasure }): ReactNode {
  const { t } = useWords();
  const [act, setAct] = useState<Act>();
  if (act !== undefined) {
    return (
      <ActForm
        ids={[measure.id]}
        act={act}
        onClose={() => {
          setAct(undefined);
        }}
      />
    );
  }
  if (measure.acts.length === 0) return '–';
  return (
    <div className="row">
      {measure.acts.map((name) => (
        <Button
          key={name}
          h={44}
          variant="default"
          onClick={() => {
            setAct(name);
          }}
        >
          {t(`follow-up:measures.acts.${name}`)}
        </Button>
      ))}
    </div>
  );
}

interface FormProps {
  readonly ids: readonly string[];
  readonly act: Act;
  readonly onClose: () => void;
}

/** One act on all of these, or on none of them. */
export function ActForm({ ids, act, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(actOnMeasures);
  return (
    <CommandForm
      send={t(`follow-up:measures.acts.${act}`)}
      command={command}
      consequence={t(`follow-up:measures.consequence.${act}`)}
      onSubmit={() => {
        command.mutate({ act, ids: [...ids], ...(act === 'approve' ? {} : { reason }) }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {act === 'approve' ? null : (
        <ReasonArea label={t('follow-up:measures.reason')} value={reason} onChange={setReason} />
      )}
    </CommandForm>
  );
}
