import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { TaskDetail } from '../../api/schemas';
import { Answered } from '../../shared/states/answered';
import { Artefact } from '../artefact/artefact';
import { DecisionForm } from '../decision/decision-form';
import { LastDecision } from '../decision/last-decision';
import { EventHistory } from '../life/event-history';
import { TaskLife } from '../life/task-life';
import { taskQuery } from '../task-queries';
import { ApprovalProgress } from '../decision/approval-progress';
import { ArtefactChanged } from '../artefact/artefact-changed';
import { DecisionHistory } from '../decision/decision-history';
import { TaskHeader } from './task-header';
import { useSeenArtefact } from '../artefact/use-seen-artefact';
import './task.css';

const ArtefactChanges = lazy(async () => ({ default: (await import('../artefact/artefact-changes')).ArtefactChanges }));
const route = getRouteApi('/shell/tasks/$taskId');

/** One task: what it is about on the left, the decision on the right. */
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

function TaskSheet({ detail }: { readonly detail: TaskDetail }): ReactNode {
  const { task, actions, history } = detail;
  const seen = useSeenArtefact(task);
  const isEditable = actions.decide.some(({ allowed }) => allowed);
  return (
    <>
      <TaskHeader task={task} claim={actions.claim} isWatched={detail.isWatched} />
      {seen.hasChanged && <ArtefactChanged onSee={seen.accept} />}
      <div className={task.kind === 'verification.complete' ? 'task-sheet task-sheet-tall' : 'task-sheet'}>
        <div className="stack">
          <Suspense>
            <ArtefactChanges task={task} />
          </Suspense>
          <Artefact task={task} isEditable={isEditable} />
        </div>
        <div className="stack task-side">
          <DecisionForm detail={detail} seenHash={seen.hash} />
          <ApprovalProgress approvals={detail.approvals} />
          <TaskLife detail={detail} />
          <DecisionHistory history={history} />
          <EventHistory detail={detail} />
        </div>
      </div>
    </>
  );
}
