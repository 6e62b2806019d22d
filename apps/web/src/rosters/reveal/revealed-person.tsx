import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Person } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { PersonFacts } from './person-facts';
import { useMinute } from './use-minute';

interface Props {
  readonly person: Person;
  readonly onHide: () => void;
}

/** The open record with the seconds it stays open. */
export function RevealedPerson({ person, onHide }: Props): ReactNode {
  const { t } = useWords();
  const secondsLeft = useMinute(onHide);
  return (
    <div className="stack">
      <PersonFacts person={person} />
      <div className="row">
        <span className="small-print">{t('reveal.left', { seconds: secondsLeft })}</span>
        <Button variant="default" onClick={onHide}>
          {t('reveal.hide')}
        </Button>
      </div>
    </div>
  );
}
