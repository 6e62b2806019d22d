import type { Actor } from '#domain';
import type { Language } from '#messages';

/** The person behind a session. */
export interface SignedIn extends Actor {
  readonly username: string;
  readonly language: string;
}

/** Told after each part of a long command. */
export type OnProgress = (done: number, of: number) => void;

/** What a command needs to know of the request it came with. */
export interface CommandContext {
  readonly actor: SignedIn;
  readonly key: string | undefined;
  readonly requestId: string;
  readonly language: Language;
  readonly onProgress?: OnProgress | undefined;
}
