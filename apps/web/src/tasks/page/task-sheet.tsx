import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { TaskDetail } from '../../api/schemas';
import { Artefact } from '../artefact/artefact';
import { ArtefactChanged } from '../artefact/artefact-changed';
import { useSeenArtefact } from '../artefact/use-seen-artefact';
import { ApprovalProgress } from '../decision/approval-progress';
import { DecisionForm } from '../decision/decision-form';
import { DecisionHistory } from '../decision/decision-history';
import { EventHistory } from '../life/event-history';
import { TaskLife } from '../life/task-life';
import { TaskHeader } from './task-header';

const ArtefactChanges = lazy(async () => ({ default: (await import('../artefact/artefact-changes')).ArtefactChanges }));

/** What the task is about on the left, the decision on the right. */
export function TaskSheet({ detail }: { readonly detail: TaskDetail }): ReactNode {
  const { task, actions, history } = detail;
  const seen = useSeenArtefact(task);
  const [isUnsaved, setUnsaved] = useState(false);
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
          <Artefact task={task} isEditable={isEditable} onUnsaved={setUnsaved} />
        </div>
        <div className="stack task-side">
          <DecisionForm detail={detail} seenHash={seen.hash} isUnsaved={isUnsaved} />
          <ApprovalProgress approvals={detail.approvals} />
          <TaskLife detail={detail} />
          <DecisionHistory history={history} />
          <EventHistory detail={detail} />
        </div>
      </div>
    </>
  );
}
