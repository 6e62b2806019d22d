import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Person } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { PersonFacts } from './person-facts';

interface Props {
  readonly person: Person;
  readonly onHide: () => void;
}

const MINUTE = 60;

/** The open record with the seconds it stays open. */
export function RevealedPerson({ person, onHide }: Props): ReactNode {
  const { t } = useWords();
  const [secondsLeft, setSecondsLeft] = useState(MINUTE);
  useEffect(() => {
    const timer = setInterval(() => {
      setSecondsLeft((seconds) => seconds - 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  useEffect(() => {
    if (secondsLeft <= 0) onHide();
  }, [secondsLeft, onHide]);
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
