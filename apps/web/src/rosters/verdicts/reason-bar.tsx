import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { REASONS } from './reasons';
import type { Mark } from './verdict-queue';

interface Props {
  readonly onChoose: (mark: Mark) => void;
  readonly onStop: () => void;
}

/** Why a family is not eligible: a digit or a press. */
export function ReasonBar({ onChoose, onStop }: Props): ReactNode {
  const { t } = useWords();
  return (
    <div className="bulk-bar row" role="group" aria-label={t('verdict.why')}>
      <strong role="status">{t('verdict.why')}</strong>
      {REASONS.map((reason, index) => (
        <Button
          key={reason}
          variant="default"
          onClick={() => {
            onChoose({ verdict: 'ineligible', reason });
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
