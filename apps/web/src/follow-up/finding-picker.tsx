import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FindingRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import type { FactsProps } from '../tasks/decision/facts-props';
import { FindingEvidence } from './finding-evidence';
import { findingsQuery } from './follow-up-queries';
import './finding-picker.css';

/** What was found at the door: branch, then finding, then the evidence that it asks for. */
export function FindingPicker({ task, decision }: FactsProps): ReactNode {
  const { t, codeWord } = useWords();
  const { data: findings = [] } = useQuery(findingsQuery(task.periodId));
  const [group, setGroup] = useState<string>();
  const chosen = findings.find(({ finding }) => finding === decision.details.finding);
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
        chosen={chosen?.finding}
        onChoose={(finding) => {
          decision.setDetails({ finding });
        }}
      />
      {chosen !== undefined && <FindingEvidence task={task} rule={chosen} decision={decision} />}
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
