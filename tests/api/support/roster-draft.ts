import { RosterRepository } from '#persistence';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import type { Scene } from './scene.js';

/** A roster of its own with the task under which it is loaded by the city's operator. */
export async function aRosterDraft(scene: Scene) {
  const period = await aPeriod(scene.api.database.manager);
  const rosters = new RosterRepository(scene.api.database.manager);
  const rosterId = await rosters.draft(period.periodId, period.cityCode);
  const open = async (kind: 'roster.submit' | 'identity.submit'): Promise<string> => {
    const task = aNewTask(period, { kind, subjectType: 'roster', subjectId: rosterId });
    return (await openTask(scene.api.database, task)).taskId;
  };
  const taskId = await open('roster.submit');
  const operator = await scene.person('dinsos.operator');
  return {
    ...{ taskId, rosterId },
    /** The task under which the match result of the same list is loaded. */
    openIdentityTask: () => open('identity.submit'),
    summary: () => rosters.summary(rosterId),
    upload: (content: string | Buffer, name = 'roster.csv') =>
      operator.upload(`/tasks/${taskId}/roster-files`, content, name),
    remove: (fileId: string) => operator.post(`/tasks/${taskId}/roster-files/${fileId}/remove`),
    submit: async (details = {}) => {
      const { body } = await operator.get(`/tasks/${taskId}`);
      const { artefactHash } = (body as { task: { artefactHash: string } }).task;
      return operator.post(`/tasks/${taskId}/decide`, { outcome: 'submitted', artefactHash, details });
    },
  };
}
