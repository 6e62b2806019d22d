import type { Task } from '../../api/schemas';

/** What every paper of a task is given. */
export interface ArtefactProps {
  readonly task: Task;
  /** Whether this person may act on the task; the artefact can be read in any case. */
  readonly isEditable: boolean;
  /** Told when something is typed here that is not saved; it keeps the task from being sent without it. */
  readonly onUnsaved: (isUnsaved: boolean) => void;
}
