import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OfferedOutcome, Outcome, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { useIsPhone } from '../../shared/look/use-is-phone';
import { verbOf } from './decision-words';

interface Props {
  readonly task: Task;
  readonly offers: readonly OfferedOutcome[];
  readonly onChoose: (outcome: Outcome) => void;
}

/** On a phone the outcomes stay in reach under the artefact; pressing one shows its consequence before anything happens. */
export function DecisionBar({ task, offers, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const refused = offers.flatMap(({ refusals }) => refusals);
  if (!isPhone) return null;
  const show = (): void => {
    const form = document.getElementById('decision');
    form?.scrollIntoView({ block: 'end' });
    form?.querySelector<HTMLElement>('button[type=submit]')?.focus({ preventScroll: true });
  };
  return (
    <div className="decision-bar" role="group" aria-label={t('task.decision')}>
      {offers
        .filter(({ allowed }) => allowed)
        .toReversed()
        .map(({ outcome }) => (
          <Button
            key={outcome}
            variant={outcome === 'approved' || outcome === 'submitted' ? 'filled' : 'default'}
            onClick={() => {
              onChoose(outcome);
              requestAnimationFrame(show);
            }}
          >
            {outcome === 'returned' ? t('task.verb.returnShort') : verbOf(t, task.kind, outcome)}
          </Button>
        ))}
      {refused.length > 0 && (
        <Button variant="default" onClick={show}>
          {t('task.whyNot', { reasons: new Set(refused.map(({ code }) => code)).size })}
        </Button>
      )}
    </div>
  );
}
