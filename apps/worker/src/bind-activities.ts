import type { INestApplicationContext } from '@nestjs/common';
import { ACTIVITY_CLASSES } from '#activities/registry/activity-classes.js';

type Activity = (...args: unknown[]) => Promise<unknown>;

const isPublicMethod = (prototype: object, name: string): boolean =>
  name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function';

/**
 * Every method of every activity class under its own name; helpers are `#private`, which keeps them off the prototype.
 * Two activities of one name would shadow each other, so that is refused.
 */
export function bindActivities(app: INestApplicationContext): Record<string, Activity> {
  const bound: Record<string, Activity> = {};
  for (const activityClass of ACTIVITY_CLASSES) {
    const instance = app.get<Record<string, Activity>>(activityClass);
    for (const name of Object.getOwnPropertyNames(activityClass.prototype)) {
      if (!isPublicMethod(activityClass.prototype, name)) continue;
      if (bound[name] !== undefined) throw new Error(`two activities are called ${name}`);
      bound[name] = (...args) => {
        const method = instance[name];
        if (method === undefined) throw new Error(`activity ${name} is missing`);
        return method.apply(instance, args);
      };
    }
  }
  return bound;
}
