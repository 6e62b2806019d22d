import type { StandIn } from '../../delegation/stand-in.js';
import type { Actor } from '../../organisation/actor.js';
import type { Appointment } from '../../organisation/appointments/appointment.js';
import type { TaskFacts } from './task-facts.js';
import type { PersonalEvent } from '../life/task-life.js';
import type { Outcome } from '../../stages/task-rule.js';
import type { StageName } from '../../stages/stages.js';

export type TaskAction =
  | {
      readonly type: 'prepare' | PersonalEvent;
      readonly reason?: string | undefined;
    }
  | {
      readonly type: 'decide';
      readonly outcome: Outcome;
      readonly reason?: string | undefined;
      readonly returnTo?: StageName | undefined;
      readonly artefactHash: string;
    };

/** One reason why not. `code` names the sentence in the message catalogue; `details` fill it. */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly allowed: boolean;
  readonly refusals: readonly Refusal[];
  readonly appointment?: Appointment;
  readonly mandateId?: string;
  /** The absent officer on whose behalf it is done, by a dated delegation. */
  readonly standIn?: StandIn;
}

export type Rule = (actor: Actor, action: TaskAction, task: TaskFacts, today: string) => Refusal | undefined;

/** A reason why not; every detail is text, as it will stand in the sentence. */
export const refuse = (code: string, details: Record<string, string> = {}): Refusal => ({ code, details });
