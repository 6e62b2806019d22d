import { type TaskKind, taskRule } from '../stages/stage-catalogue.js';
import type { Role } from './role.js';

/** Whose desk a task lies on: where it was handed back to, or the office of its kind in the catalogue. */
export const deskOf = (task: { readonly kind: TaskKind; readonly desk?: Role | undefined }): Role =>
  task.desk ?? taskRule(task.kind).role;
