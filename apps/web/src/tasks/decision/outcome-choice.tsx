import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OfferedOutcome, Outcome, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { verbOf } from './decision-words';
import { Refusals } from './refusals';

interface Props {
  readonly task: Task;
  readonly offers: readonly OfferedOutcome[];
  readonly chosen: Outcome | undefined;
  readonly onChoose: (outcome: Outcome) => void;
}

/** Every outcome of the kind stays in sight; a refused one says why and who can. */
export function OutcomeChoice({ task, offers, chosen, onChoose }: Props): ReactNode {
  const { t } = useWords();
  if (offers.length === 1 && offers[0]?.allowed === true) return null;
  const isRefusedForOneReason = offers.every(({ allowed }) => !allowed);
  return (
    <fieldset className="outcomes">
      <legend className="visually-hidden">{t('task.decision')}</legend>
      {offers.map(({ outcome, allowed, refusals }) => (
        <div key={outcome}>
          <Radio
            name="outcome"
            size="md"
            value={outcome}
            checked={chosen === outcome}
            label={verbOf(t, task.kind, outcome)}
            aria-disabled={!allowed}
            {...(allowed ? {} : { 'aria-describedby': isRefusedForOneReason ? 'refused' : `refused-${outcome}` })}
            onChange={() => {
              if (allowed) onChoose(outcome);
            }}
          />
          {!allowed && !isRefusedForOneReason && <Refusals id={`refused-${outcome}`} refusals={refusals} />}
        </div>
      ))}
      {isRefusedForOneReason && <Refusals id="refused" refusals={offers[0]?.refusals ?? []} />}
    </fieldset>
  );
}
