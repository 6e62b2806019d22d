import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Family, Verdict } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import type { Verdicts } from './use-verdicts';

interface Props {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
}

/** How far the kelurahan is, and whether everything is saved. */
export function VerdictStamp({ families, verdicts }: Props): ReactNode {
  const { t, format } = useWords();
  const counts = new Map<Verdict | null, number>();
  for (const family of families) {
    const { verdict } = verdicts.of(family);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const count = (verdict: Verdict | null): string => format.count(counts.get(verdict) ?? 0);
  const decided = families.length - (counts.get(null) ?? 0);
  return (
    <div className="verdict-stamp">
      <p>
        {t('families:verdicts.counts', {
          families: format.count(families.length),
          eligible: count('eligible'),
          ineligible: count('ineligible'),
          check: count('check'),
          none: count(null),
          percent: format.percent(decided, families.length),
        })}
      </p>
      <p className="small-print" role="status">
        {saving(t, format, verdicts)}
      </p>
      {verdicts.error !== undefined && (
        <>
          <ProblemNotice error={verdicts.error} />
          <Button variant="default" size="sm" onClick={verdicts.retry}>
            {t('problem.retry')}
          </Button>
        </>
      )}
    </div>
  );
}

function saving(
  t: ReturnType<typeof useWords>['t'],
  format: ReturnType<typeof useWords>['format'],
  { waiting, saved, error }: Verdicts,
): string {
  if (error !== undefined && waiting > 0) return t('families:verdicts.kept', { rows: format.count(waiting) });
  if (waiting > 0) return t('families:verdicts.saving', { rows: format.count(waiting) });
  return saved === undefined ? '' : t('families:verdicts.saved', { time: format.time(saved.savedAt) });
}
