import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Task, TaskDetail } from '../../api/schemas';
import { periodsQuery } from '../../periods/period-queries';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { holderOf } from '../task-holder';
import { isMoney, kindTitle, placeOf } from '../task-title';
import { TaskDue } from '../deadlines/task-due';
import { TaskOwnership } from './task-ownership';
import { WatchButton } from '../inbox/watch-button';

interface Props {
  readonly task: Task;
  readonly claim: TaskDetail['actions']['claim'];
  readonly isWatched: boolean;
}

export function TaskHeader({ task, claim, isWatched }: Props): ReactNode {
  const { t, format } = useWords();
  const { data: periods } = useQuery(periodsQuery);
  const period = periods?.find(({ id }) => id === task.periodId);
  const periodName = period === undefined ? task.periodCode : format.months(period.months);
  return (
    <>
      <PageHeading
        title={`${kindTitle(t, task.kind)}: ${placeOf(t, task)}`}
        trail={
          <>
            {task.cityCode === 'ID' ? (
              <Link to="/periods/$periodId" params={{ periodId: task.periodId }} className="text-link">
                {t('periods.name', { months: periodName })}
              </Link>
            ) : (
              <Link
                to="/periods/$periodId/cities/$cityCode"
                params={{ periodId: task.periodId, cityCode: task.cityCode }}
                className="text-link"
              >
                {t('periods.name', { months: periodName })}
              </Link>
            )}
            {' › '}
            {t(`common:stage.${task.stage}`)}
          </>
        }
        aside={
          <div className="row">
            <TaskOwnership task={task} claim={claim} />
            <WatchButton taskId={task.id} isWatched={isWatched} />
          </div>
        }
      />
      <dl className="facts">
        <div>
          <dt>{t('task.due')}</dt>
          <dd>
            <TaskDue task={task} />
            {task.suspendedReason !== null && <p className="small-print">{task.suspendedReason}</p>}
            {task.suspendedUntil !== null && (
              <p className="small-print">{t('life.suspendedUntil', { date: format.date(task.suspendedUntil) })}</p>
            )}
            {task.followUpOn !== null && (
              <p className="small-print">{t('tasks:task.remindedOn', { date: format.date(task.followUpOn) })}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('task.owner')}</dt>
          <dd>
            {holderOf(t, task)}
            {task.onBehalfOf !== null && (
              <p className="small-print">{t('inbox.onBehalfOf', { name: task.onBehalfOf })}</p>
            )}
            {task.addedRoles.length > 0 && (
              <p className="small-print">
                {t('tasks:task.added', {
                  offices: task.addedRoles.map((role) => t(`common:role.${role}`)).join(', '),
                })}
              </p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('task.families')}</dt>
          <dd>{task.families === 0 ? '–' : format.count(task.families)}</dd>
        </div>
        <div>
          <dt>{t('task.rupiah')}</dt>
          <dd>{isMoney(task) ? format.rupiah(task.amountRupiah) : '–'}</dd>
        </div>
      </dl>
    </>
  );
}
