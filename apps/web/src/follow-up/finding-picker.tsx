import { Button, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FindingRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import type { FactsProps } from '../tasks/decision/facts-props';
import { findingsQuery } from './follow-up-queries';
import './finding-picker.css';

/** What was found at the door: group, then finding. */
export function FindingPicker({ decision }: FactsProps): ReactNode {
  const { t, codeWord } = useWords();
  const { data: findings = [] } = useQuery(findingsQuery);
  const [group, setGroup] = useState<string>();
  const { finding, note } = decision.details;
  const groups = [...new Set(findings.map((row) => row.group))];
  return (
    <fieldset className="outcomes">
      <legend>{t('case.whatFound')}</legend>
      <div className="finding-grid">
        {groups.map((offered) => (
          <Button
            key={offered}
            variant={offered === group ? 'filled' : 'default'}
            aria-expanded={offered === group}
            onClick={() => {
              setGroup(offered);
            }}
          >
            {codeWord('findingGroup', offered)}
          </Button>
        ))}
      </div>
      <FindingsOfGroup
        findings={findings.filter((row) => row.group === group)}
        chosen={finding}
        onChoose={(chosen) => {
          decision.setDetails({ finding: chosen });
        }}
      />
      {finding !== undefined && (
        <Textarea
          label={t('case.note')}
          description={t('case.noteHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={note ?? ''}
          onChange={(event) => {
            decision.setDetails({ note: event.currentTarget.value });
          }}
        />
      )}
    </fieldset>
  );
}

interface GroupProps {
  readonly findings: readonly FindingRow[];
  readonly chosen: FindingRow['finding'] | undefined;
  readonly onChoose: (finding: FindingRow['finding']) => void;
}

function FindingsOfGroup({ findings, chosen, onChoose }: GroupProps): ReactNode {
  const { codeWord } = useWords();
  return (
    <div className="finding-list">
      {findings.map(({ finding }) => (
        <Button
          key={finding}
          justify="space-between"
          variant={finding === chosen ? 'filled' : 'default'}
          aria-pressed={finding === chosen}
          rightSection={finding === chosen ? <IconCheck size={20} stroke={1.75} /> : undefined}
          onClick={() => {
            onChoose(finding);
          }}
        >
          {codeWord('finding', finding)}
        </Button>
      ))}
    </div>
  );
}
