import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseSanction } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { actOnSanction } from './sanction-queries';

type Act = CaseSanction['acts'][number];

/** What the reader may do with a suspension or exclusion now; each act says before what follows. */
export function SanctionActs({ sanction }: { readonly sanction: CaseSanction }): ReactNode {
  const { t } = useWords();
  const [act, setAct] = useState<Act>();
  if (act !== undefined) {
    return (
      <ActForm
        sanction={sanction}
        act={act}
        onClose={() => {
          setAct(undefined);
        }}
      />
    );
  }
  return (
    <div className="stack">
      {sanction.acts.length > 0 && (
        <div className="row">
          {sanction.acts.map((name) => (
            <Button
              key={name}
              h={44}
              variant="default"
              onClick={() => {
                setAct(name);
              }}
            >
              {t(`follow-up:sanctions.acts.${name}`)}
            </Button>
          ))}
        </div>
      )}
      {sanction.hasLetter && (
        <a className="text-link" href={`/api/v1/case-sanctions/${sanction.id}/letter`} download>
          {t('follow-up:sanctions.letter')}
        </a>
      )}
    </div>
  );
}

interface FormProps {
  readonly sanction: CaseSanction;
  readonly act: Act;
  readonly onClose: () => void;
}

function ActForm({ sanction, act, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(actOnSanction(sanction.id));
  const label = act === 'object' ? t('follow-up:sanctions.objection') : t('follow-up:sanctions.reason');
  return (
    <CommandForm
      send={t(`follow-up:sanctions.acts.${act}`)}
      command={command}
      consequence={t(`follow-up:sanctions.consequence.${act}`)}
      onSubmit={() => {
        command.mutate(act === 'verify' ? { act } : { act, reason }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {act === 'verify' ? null : <ReasonArea label={label} value={reason} onChange={setReason} />}
    </CommandForm>
  );
}
