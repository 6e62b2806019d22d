import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FindingRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import type { FactsProps } from '../tasks/decision/facts-props';
import { AttachFile } from '../tasks/life/attach-file';

interface Props extends FactsProps {
  readonly rule: FindingRow;
}

const VISITS = [0, 1] as const;
const UNKNOWN = ['', ''] as const;

/** What the finding asks for, and where it is given: the note, the days of two visits, files beside the task. */
export function FindingEvidence({ task, rule, decision }: Props): ReactNode {
  const { t, codeWord } = useWords();
  const { note } = decision.details;
  const [days, setDays] = useState<readonly string[]>(UNKNOWN);
  const needs = (kind: FindingRow['evidence'][number]): boolean => rule.evidence.includes(kind);
  return (
    <div className="stack">
      {rule.evidence.length > 0 && (
        <p className="consequence">
          {t('case.bring')}: {rule.evidence.map((kind) => codeWord('evidence', kind)).join(', ')}
        </p>
      )}
      {rule.restricted && <p className="small-print">{t('case.restricted')}</p>}
      <Textarea
        label={t('case.note')}
        description={t('case.noteHint')}
        withAsterisk={needs('note')}
        autosize
        minRows={2}
        maxLength={500}
        value={note ?? ''}
        onChange={(event) => {
          decision.setDetails({ note: event.currentTarget.value });
        }}
      />
      {needs('second_visit') &&
        VISITS.map((visit) => (
          <TextInput
            key={visit}
            type="date"
            size="md"
            withAsterisk
            label={t('case.visitedOn', { number: visit + 1 })}
            value={days[visit] ?? ''}
            onChange={(event) => {
              const known = days.with(visit, event.currentTarget.value);
              setDays(known);
              decision.setDetails({ visitedOn: known.filter((day) => day !== '') });
            }}
          />
        ))}
      {(needs('photo') || needs('paper')) && (
        <>
          <p className="small-print">{t('case.filesHint')}</p>
          <AttachFile taskId={task.id} />
        </>
      )}
    </div>
  );
}
