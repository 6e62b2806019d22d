/** WS-HumanTask states, as far as this version uses them (see docs/adr). */
export type TaskState = 'ready' | 'reserved' | 'completed' | 'exited';

export const OPEN_STATES: readonly TaskState[] = ['ready', 'reserved'];
export const isOpen = (state: TaskState): boolean => OPEN_STATES.includes(state);
