import { taskRule } from '../../../../../libs/domain/src/stages/stage-catalogue';
import type { Outcome, Task, TaskKind } from '../../api/schemas';
import type { Translate } from '../../shared/language/use-words';
import { placeOf } from '../task-title';
import type { DecisionState } from './use-decision';
import type { Format } from '../../shared/words/format';

/** The button says what it does in the office's own word. */
export function verbOf(t: Translate, kind: TaskKind, outcome: Outcome): string {
  if (outcome !== 'approved') return t(`task.verb.${outcome}`);
  return t(`task.verb.${taskRule(kind).verb}`);
}

/** What follows from the decision, with the figures it is about. */
export function consequenceOf(
  t: Translate,
  format: Format,
  task: Task,
  outcome: Outcome,
  { returnTo, details, money }: Pick<DecisionState, 'returnTo' | 'details' | 'money'>,
): string {
  if (outcome === 'returned') {
    return t('tasks:consequence.returned', { stage: t(`common:stage.${returnTo ?? task.stage}`) });
  }
  if (outcome === 'refused') return t('tasks:consequence.refused');
  if (task.kind === 'follow-up.decide' && details.outcome !== undefined && money !== undefined) {
    const { outcome } = details;
    const follows = outcome === 'hold' || outcome === 'return_early' ? outcome : money;
    return t(`caseConsequence.${follows}`, { rupiah: format.rupiah(task.amountRupiah) });
  }
  return t(`tasks:consequence.${task.kind}`, {
    families: format.count(task.families),
    rupiah: format.rupiah(task.amountRupiah),
    place: placeOf(t, task),
  });
}
