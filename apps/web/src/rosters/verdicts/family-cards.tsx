import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Family } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { FamilyCard } from './family-card';
import type { Verdicts } from './use-verdicts';

const PAGE = 30;

interface Props {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
  readonly isEditable: boolean;
}

/** On a phone: a card per family, some at a time, so that a cheap device keeps up. */
export function FamilyCards({ families, verdicts, isEditable }: Props): ReactNode {
  const { t, format } = useWords();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul className="family-cards">
        {families.slice(0, shown).map((family) => (
          <li key={family.id}>
            <FamilyCard
              family={family}
              mark={verdicts.of(family)}
              isEditable={isEditable}
              onMark={(mark) => {
                verdicts.set([family], mark);
              }}
            />
          </li>
        ))}
      </ul>
      {shown < families.length && (
        <Button
          variant="default"
          size="md"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {t('families:verdicts.more', { rows: format.count(families.length - shown) })}
        </Button>
      )}
    </>
  );
}
