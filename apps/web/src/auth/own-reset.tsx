import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';
import { objectToReset, ownResetQuery } from './account-queries';

/** Somebody asks for a new way into this account: whoever did not ask ends it here. */
export function OwnReset(): ReactNode {
  const { t, format } = useWords();
  const { data } = useQuery(ownResetQuery);
  const object = useCommand(objectToReset);
  const waiting = data?.waiting ?? null;
  if (waiting === null) return null;
  const { lost, proposer, proposedAt, dueOn } = waiting;
  return (
    <section className="stack" aria-labelledby="own-reset">
      <Notice tone="soon">
        <p id="own-reset" className="notice-title">
          {t('auth:reset.title')}
        </p>
        <p>
          {t('auth:reset.asked', {
            ...{ name: proposer, when: format.dateTime(proposedAt), day: format.date(dueOn) },
            lost: t(`auth:reset.of.${lost}`),
          })}
        </p>
        <p>{t('auth:reset.consequence')}</p>
        {object.error !== null && <ProblemNotice error={object.error} />}
        <Button
          h={44}
          aria-disabled={object.isPending}
          onClick={() => {
            if (!object.isPending) object.mutate(null);
          }}
        >
          {t('auth:reset.object')}
        </Button>
      </Notice>
    </section>
  );
}
