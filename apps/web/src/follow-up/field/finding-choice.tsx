import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { FieldFinding, VisitForm } from '../offline/field-types';

interface Props {
  readonly rules: readonly FieldFinding[];
  readonly form: VisitForm;
  readonly onChange: (part: Partial<VisitForm>) => void;
}

/** Two taps: where people look for it, then what it is. What was chosen stands alone; a tap on it shows the others again. */
export function FindingChoice({ rules, form, onChange }: Props): ReactNode {
  const { t, codeWord } = useWords();
  const groups = [...new Set(rules.map(({ group }) => group))];
  return (
    <fieldset>
      <legend>{t('follow-up:field.visit.what')}</legend>
      {groups.length === 0 && form.finding !== undefined && <p>{codeWord('finding', form.finding)}</p>}
      <div className="choices two">
        {groups.map((group) => (
          <button
            key={group}
            type="button"
            aria-pressed={group === form.group}
            onClick={() => {
              onChange({ group, finding: undefined });
            }}
          >
            {codeWord('findingGroup', group)}
          </button>
        ))}
      </div>
      <div className="choices">
        {rules
          .filter(({ group, finding }) => group === form.group && finding === (form.finding ?? finding))
          .map(({ finding }) => (
            <button
              key={finding}
              type="button"
              aria-pressed={finding === form.finding}
              onClick={() => {
                onChange({ finding: finding === form.finding ? undefined : finding });
              }}
            >
              {codeWord('finding', finding)}
              {finding === form.finding && <span aria-hidden> ✓</span>}
            </button>
          ))}
      </div>
    </fieldset>
  );
}
