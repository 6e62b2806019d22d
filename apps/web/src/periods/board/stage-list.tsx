import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Board } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { workingDaysLeft } from '../../shared/words/days-left';

type Stage = Board['stages'][number];

const TONES: Readonly<Record<Stage['state'], Tone>> = { waiting: 'neutral', running: 'running', done: 'done' };

interface Props {
  readonly stages: readonly Stage[];
  readonly periodId: string;
}

/** The stages in the order of the process, each with its state, its tasks and its deadline. */
export function StageList({ stages, periodId }: Props): ReactNode {
  const { t } = useWords();
  return (
    <ol className="stage-list" aria-label={t('board.stages')}>
      {stages.map((stage) => (
        <li key={stage.stage} data-state={stage.state}>
          <h2 className="stage-name">
            {stage.number}. {t(`common:stage.${stage.stage}`)}
          </h2>
          <StatusTag tone={stage.tasksLate > 0 ? 'late' : TONES[stage.state]}>
            {stage.tasksLate > 0 ? t('board.late', { count: stage.tasksLate }) : t(`board.is.${stage.state}`)}
          </StatusTag>
          <StageDetail stage={stage} periodId={periodId} />
        </li>
      ))}
    </ol>
  );
}

function StageDetail({ stage, periodId }: { readonly stage: Stage; readonly periodId: string }): ReactNode {
  const { t, format } = useWords();
  const due =
    stage.state === 'running' && stage.dueOn !== null
      ? workingDaysLeft(t, format, stage.workingDaysLeft, stage.dueOn).text
      : undefined;
  return (
    <p className="small-print">
      {stage.tasksOpen > 0 && (
        <Link to="/inbox" search={{ view: 'watched', periodId }} className="text-link">
          {t('board.openTasks', { count: stage.tasksOpen, tasks: format.count(stage.tasksOpen) })}
        </Link>
      )}
      {stage.tasksOpen > 0 && stage.tasksDone > 0 && ' · '}
      {stage.tasksDone > 0 && t('board.doneTasks', { tasks: format.count(stage.tasksDone) })}
      {due !== undefined && <span className="stage-due">{due}</span>}
      {stage.finishedAt !== null && <span className="stage-due">{format.date(stage.finishedAt)}</span>}
    </p>
  );
}
