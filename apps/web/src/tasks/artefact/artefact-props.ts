import type { Task } from '../../api/schemas';

/** What every paper of a task is given. */
export interface ArtefactProps {
  readonly task: Task;
  /** Whether this person may act on the task; the artefact can be read in any case. */
  readonly isEditable: boolean;
}
