import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StageName } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

interface Props {
  readonly stages: readonly StageName[];
  readonly chosen: StageName | undefined;
  readonly onChoose: (stage: StageName) => void;
}

/** To which stage a paper goes back; the first one is the usual one. */
export function ReturnTo({ stages, chosen, onChoose }: Props): ReactNode {
  const { t } = useWords();
  if (stages.length < 2) return null;
  return (
    <fieldset className="outcomes">
      <legend>{t('task.returnTo')}</legend>
      {stages.map((stage) => (
        <Radio
          key={stage}
          name="return-to"
          value={stage}
          checked={chosen === stage}
          label={t(`common:stage.${stage}`)}
          onChange={() => {
            onChoose(stage);
          }}
        />
      ))}
    </fieldset>
  );
}
