import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { type Asking, REASONS_OF } from './reasons';
import type { Mark } from './verdict-queue';

interface Props {
  readonly asking: Asking;
  readonly onChoose: (mark: Mark) => void;
  readonly onStop: () => void;
}

/** Why a family is not eligible, or what the field check of a listed one found: a digit or a press. */
export function ReasonBar({ asking, onChoose, onStop }: Props): ReactNode {
  const { t } = useWords();
  const question = t(asking === 'ineligible' ? 'families:verdicts.why' : 'families:verdicts.fieldCheck');
  return (
    <div className="bulk-bar row" role="group" aria-label={question}>
      <strong role="status">{question}</strong>
      {REASONS_OF[asking].map((reason, index) => (
        <Button
          key={reason}
          variant="default"
          onClick={() => {
            onChoose({ verdict: asking, reason });
          }}
        >
          {index + 1} {t(`reason.${reason}`)}
        </Button>
      ))}
      <Button variant="subtle" onClick={onStop}>
        {t('reveal.cancel')}
      </Button>
    </div>
  );
}
