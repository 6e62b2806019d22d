import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Family } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { isListed, REASONS } from './reasons';
import type { Selection } from './use-selection';
import type { Verdicts } from './use-verdicts';
import type { Mark } from './verdict-queue';

interface Props {
  readonly shown: readonly Family[];
  readonly selection: Selection;
  readonly verdicts: Verdicts;
}

/** One verdict for every chosen row. */
export function BulkBar({ shown, selection, verdicts }: Props): ReactNode {
  const { t, format } = useWords();
  const chosen = shown.filter(({ id }) => selection.ids.has(id));
  if (chosen.length === 0) return null;
  const mark = (given: Mark): void => {
    // What was found at the home of a listed family is said of each by itself.
    verdicts.set(
      chosen.filter((family) => given.verdict !== 'eligible' || !isListed(family)),
      given,
    );
    selection.clear();
  };
  const listed = chosen.filter(isListed).length;
  return (
    <div className="bulk-bar row" role="group" aria-label={t('families:verdicts.bulk')}>
      <strong>{t('families:verdicts.chosen', { rows: format.count(chosen.length) })}</strong>
      <Button variant="default" onClick={selection.all}>
        {t('families:verdicts.chooseAll', { rows: format.count(shown.length) })}
      </Button>
      <Button
        onClick={() => {
          mark({ verdict: 'eligible' });
        }}
      >
        1 {t('verdict.eligible')}
      </Button>
      <Select
        aria-label={t('families:verdicts.ineligibleReason')}
        placeholder={`2 ${t('families:verdicts.ineligibleReason')}`}
        value={null}
        data={REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        onChange={(reason) => {
          if (reason !== null) mark({ verdict: 'ineligible', reason: reason });
        }}
      />
      <Button
        variant="default"
        onClick={() => {
          mark({ verdict: 'check' });
        }}
      >
        3 {t('verdict.check')}
      </Button>
      {listed > 0 && (
        <span className="small-print">{t('families:verdicts.listedApart', { rows: format.count(listed) })}</span>
      )}
      <Button variant="subtle" onClick={selection.clear}>
        {t('families:verdicts.clear')}
      </Button>
    </div>
  );
}
