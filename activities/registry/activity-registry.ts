import type { ACTIVITY_CLASSES } from './activity-classes.js';

type MethodsOf<Class> = {
  [Name in keyof Class as Class[Name] extends (...args: never[]) => Promise<unknown> ? Name : never]: Class[Name];
};
type Each<Class> = Class extends unknown ? MethodsOf<Class> : never;

/** All members of a union at once: TypeScript joins what stands as a parameter. */
type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Activities = AllOf<Each<InstanceType<(typeof ACTIVITY_CLASSES)[number]>>>;

/** Every activity by its name, as workflows see them; it follows from the classes, so none is forgotten here. */
export type ActivityRegistry = { [Name in keyof Activities]: Activities[Name] };
