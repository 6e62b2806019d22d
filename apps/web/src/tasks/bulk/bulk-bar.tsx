import { Button } from '@mantine/core';
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
  const claim = useMany('claim');
  const release = useMany('release');
  const [isForwarding, setForwarding] = useState(false);
  const [bulkAnswer, setBulkAnswer] = useState<BulkAnswer>();
  const chosen = tasks.filter(({ id }) => selection.ids.has(id));
  const error = claim.error ?? release.error;
  const press = (event: 'claim' | 'release'): void => {
    if (claim.isPending || release.isPending) return;
    (event === 'claim' ? claim : release).send({ taskIds: chosen.map(({ id }) => id) }, setBulkAnswer);
  };
  return (
    <>
      {bulkAnswer !== undefined && <BulkAnswerNotice answer={bulkAnswer} />}
      {error !== null && <ProblemNotice error={error} />}
      <BulkProgress howFar={claim.howFar ?? release.howFar} />
      {chosen.length > 0 && isForwarding && (
        <Forwarding
          tasks={chosen}
          onDone={setBulkAnswer}
          onClose={() => {
            setForwarding(false);
          }}
        />
      )}
      {chosen.length > 0 && (
        <BulkButtons
          chosen={chosen}
          isPending={claim.isPending || release.isPending}
          isForwarding={isForwarding}
          onPress={press}
          onForward={() => {
            setForwarding(!isForwarding);
          }}
          onClear={selection.clear}
        />
      )}
    </>
  );
}

const BulkAnswerNotice = ({ answer }: { readonly answer: BulkAnswer }): ReactNode => (
  <Notice tone={answer.refused === 0 ? 'done' : 'soon'}>
    <BulkOutcome answer={answer} />
  </Notice>
);

interface ForwardingProps {
  readonly tasks: readonly Task[];
  readonly onDone: (answer: BulkAnswer) => void;
  readonly onClose: () => void;
}

function Forwarding({ tasks, onDone, onClose }: ForwardingProps): ReactNode {
  return (
    <Suspense>
      <BulkForward
        tasks={tasks}
        onDone={(answered) => {
          onDone(answered);
          onClose();
        }}
        onClose={onClose}
      />
    </Suspense>
  );
}

interface ButtonsProps {
  readonly chosen: readonly Task[];
  readonly isPending: boolean;
  readonly isForwarding: boolean;
  readonly onPress: (event: 'claim' | 'release') => void;
  readonly onForward: () => void;
  readonly onClear: () => void;
}

function BulkButtons({ chosen, isPending, isForwarding, onPress, onForward, onClear }: ButtonsProps): ReactNode {
  const { t, format } = useWords();
  return (
    <div className="bulk-bar" role="group" aria-label={t('inbox.bulk.bar')}>
      <strong>{t('inbox.bulk.chosen', { count: chosen.length, tasks: format.count(chosen.length) })}</strong>
      {(['claim', 'release'] as const).map((event) => (
        <Button
          key={event}
          variant="default"
          h={44}
          aria-disabled={isPending}
          onClick={() => {
            onPress(event);
          }}
        >
          {t(`inbox.bulk.${event}`)}
        </Button>
      ))}
      <Button variant="default" h={44} aria-expanded={isForwarding} onClick={onForward}>
        {t('inbox.bulk.forwardTo')}
      </Button>
      <Button variant="subtle" h={44} onClick={onClear}>
        {t('inbox.bulk.clear')}
      </Button>
      <BulkDecision tasks={chosen} onDone={onClear} />
    </div>
  );
}
