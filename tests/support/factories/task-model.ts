/** The life of a task as a person would tell it: written apart from the product's table, to be compared with it. */
export interface TaskModel {
  state: 'free' | 'reserved' | 'in_progress' | 'suspended' | 'completed' | 'failed' | 'obsolete';
  owner: string | null;
  principal: string | null;
  pool: readonly string[] | null;
  before: 'free' | 'reserved' | 'in_progress' | null;
}

export interface Op {
  readonly event: string;
  readonly by: string;
  readonly to: readonly string[];
}

export const BOSS = 'boss';
export const newModel = (): TaskModel => ({ state: 'free', owner: null, principal: null, pool: null, before: null });

/** Whether the op is allowed; when it is, the model has moved. */
export function play(model: TaskModel, op: Op): boolean {
  const { event, by, to } = op;
  const isBoss = by === BOSS;
  const isOwner = model.owner === by;
  const isFree = model.state === 'free';
  const isHeld = model.state === 'reserved' || model.state === 'in_progress';
  const inPool = !isBoss && (model.pool?.includes(by) ?? true);
  const mayMove = (isFree && isBoss) || (isHeld && (isOwner || isBoss));
  const mayWork = (isFree && inPool) || (isHeld && isOwner);

  switch (event) {
    case 'claim':
      if (!mayWork) return false;
      if (isFree) Object.assign(model, { state: 'reserved', owner: by });
      return true;
    case 'start':
      if (!mayWork) return false;
      Object.assign(model, { state: 'in_progress', owner: by });
      return true;
    case 'decide':
      if (!mayWork) return false;
      Object.assign(model, { state: 'completed', owner: by });
      return true;
    case 'stop':
      if (!(isHeld && (isOwner || (isBoss && model.state === 'in_progress')))) return false;
      model.state = 'reserved';
      return true;
    case 'release':
      if (!(isHeld && (isOwner || isBoss))) return false;
      Object.assign(
        model,
        model.principal === null
          ? { state: 'free', owner: null }
          : { state: 'reserved', owner: model.principal, principal: null },
      );
      return true;
    case 'delegate':
      if (!(isHeld && isOwner) || model.principal !== null || to[0] === by) return false;
      Object.assign(model, { state: 'reserved', owner: to[0], principal: by });
      return true;
    case 'forward':
      if (!mayMove) return false;
      Object.assign(model, { state: 'free', owner: null, principal: null, pool: to });
      return true;
    case 'nominate':
      if (!(isFree && isBoss)) return false;
      Object.assign(model, { state: 'reserved', owner: to[0] });
      return true;
    case 'suspend':
      if (!mayMove) return false;
      Object.assign(model, { state: 'suspended', before: model.state });
      return true;
    case 'resume':
      if (model.state !== 'suspended' || !(isOwner || isBoss)) return false;
      Object.assign(model, { state: model.before, before: null });
      return true;
    case 'skip':
      if (!mayMove) return false;
      model.state = 'obsolete';
      return true;
    case 'fail':
      if (!(isHeld && isOwner)) return false;
      model.state = 'failed';
      return true;
    default:
      throw new Error(`the model knows no ${event}`);
  }
}
