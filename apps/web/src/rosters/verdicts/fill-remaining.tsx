import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Family } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { announce } from '../../shared/states/live-region';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { isListed } from './reasons';
import type { Verdicts } from './use-verdicts';

interface Props {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
}

/** One press for the families without doubt; it stands in the undo list below. */
export function FillRemaining({ families, verdicts }: Props): ReactNode {
  const { t, format } = useWords();
  const rows = families.filter(
    (family) => family.matchResult === 'matched' && !isListed(family) && verdicts.of(family).verdict === null,
  );
  const fill = useMutation({
    mutationFn: () => verdicts.fill(),
    onSuccess: (filled) => {
      announce(t('families:verdicts.filled', { rows: format.count(filled) }));
    },
  });
  if (rows.length === 0) return null;
  return (
    <div>
      <Button
        variant="default"
        h="auto"
        mih={44}
        className="wrapping-button"
        aria-disabled={fill.isPending}
        onClick={() => {
          if (!fill.isPending) fill.mutate();
        }}
      >
        {t('families:verdicts.fill', { rows: format.count(rows.length) })}
      </Button>
      {fill.error !== null && <ProblemNotice error={fill.error} />}
    </div>
  );
}
