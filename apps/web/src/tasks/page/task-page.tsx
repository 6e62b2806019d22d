import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Answered } from '../../shared/states/answered';
import { LastDecision } from '../decision/last-decision';
import { taskQuery } from '../task-queries';
import { TaskSheet } from './task-sheet';
import './task.css';

const route = getRouteApi('/shell/tasks/$taskId');

/** One task, and above it what became of the one before. */
export function TaskPage(): ReactNode {
  const { taskId } = route.useParams();
  const query = useQuery(taskQuery(taskId));
  return (
    <div className="stack">
      <LastDecision />
      <Answered query={query}>{(detail) => <TaskSheet key={taskId} detail={detail} />}</Answered>
    </div>
  );
}
