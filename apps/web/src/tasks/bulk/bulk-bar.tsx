import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { BulkAnswer, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { BulkDecision } from './bulk-decision';
import { BulkOutcome } from './bulk-outcome';
import { BulkProgress } from './bulk-progress';
import { useMany } from './use-many';
import type { Selection } from '../inbox/use-selection';

const BulkForward = lazy(async () => ({ default: (await import('./bulk-forward')).BulkForward }));

interface Props {
  readonly tasks: readonly Task[];
  readonly selection: Selection;
}

/** What can be done with all chosen tasks at once, and what became of each. */
export function BulkBar({ tasks, selection }: Props): ReactNode {
  const { t, format } = useWords();
  const queryClient = useQueryClient();
  const claim = useMany('claim');
  const release = useMany('release');
  const [isForwarding, setForwarding] = useState(false);
  const [told, setTold] = useState<BulkAnswer>();
  const chosen = tasks.filter(({ id }) => selection.ids.has(id));
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: ['tasks'] });
  };
  const press = (many: typeof claim): void => {
    many.send({ taskIds: chosen.map(({ id }) => id) }, (answered) => {
      setTold(answered);
      refresh();
    });
  };
  const isPending = claim.isPending || release.isPending;
  const error = claim.error ?? release.error;
  return (
    <>
      {told !== undefined && (
        <Notice tone={told.refused === 0 ? 'done' : 'soon'}>
          <BulkOutcome answer={told} />
        </Notice>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <BulkProgress howFar={claim.howFar ?? release.howFar} />
      {chosen.length > 0 && isForwarding && (
        <Suspense>
          <BulkForward
            tasks={chosen}
            onDone={(answered) => {
              setTold(answered);
              setForwarding(false);
              refresh();
            }}
            onClose={() => {
              setForwarding(false);
            }}
          />
        </Suspense>
      )}
      {chosen.length > 0 && (
        <div className="bulk-bar" role="group" aria-label={t('inbox.bulk.bar')}>
          <strong>{t('inbox.bulk.chosen', { count: chosen.length, tasks: format.count(chosen.length) })}</strong>
          {(
            [
              ['claim', claim],
              ['release', release],
            ] as const
          ).map(([event, many]) => (
            <Button
              key={event}
              variant="default"
              h={44}
              aria-disabled={isPending}
              onClick={() => {
                if (!isPending) press(many);
              }}
            >
              {t(`inbox.bulk.${event}`)}
            </Button>
          ))}
          <Button
            variant="default"
            h={44}
            aria-expanded={isForwarding}
            onClick={() => {
              setForwarding(!isForwarding);
            }}
          >
            {t('inbox.bulk.forwardTo')}
          </Button>
          <Button variant="subtle" h={44} onClick={selection.clear}>
            {t('inbox.bulk.clear')}
          </Button>
          <BulkDecision tasks={chosen} onDone={selection.clear} />
        </div>
      )}
    </>
  );
}
