import { setTimeout as delay } from 'node:timers/promises';
import { covers, NATION, type Role, type TaskKind } from '#domain';
import type { ApiClient } from './api-client.js';
import type { People } from './people.js';
import { type DemoStage, LAST_DECISIONS, StoppedBefore } from './until.js';
import type { BoardView, Page, TaskView } from './api-types.js';

const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 10 * 60_000;
const AT_ONCE = 8;

export interface DecisionBody {
  readonly outcome: 'submitted' | 'approved' | 'returned';
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Looks again and again until there is something. Throws after ten minutes, naming what was waited for. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`${what} did not happen within ten minutes`);
    await delay(LOOK_EVERY_MS);
  }
}

/** Runs `work` over all items, a few at once. */
export async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What the people of one city, and those above it, do in the demo: find their task of a kind, decide it, look at the board. */
export class Actors {
  constructor(
    readonly api: ApiClient,
    readonly periodId: string,
    readonly cityCode: string,
    readonly people: People,
    readonly until?: DemoStage,
  ) {}

  /** The username of the city's one holder of a post. */
  who(role: Role): string {
    return this.people.in(role, this.cityCode);
  }

  /** What waits for this person about the city, or about the whole period. */
  async tasks(username: string, kind: TaskKind): Promise<readonly TaskView[]> {
    const query = new URLSearchParams({ view: 'waiting', kind, periodId: this.periodId, limit: '500' });
    const { rows } = await this.api.get<Page<TaskView>>(username, `/tasks?${query.toString()}`);
    return rows.filter(({ territoryCode }) => territoryCode === NATION || covers(this.cityCode, territoryCode));
  }

  /** Waits until this person has a task of the kind. */
  async task(username: string, kind: TaskKind): Promise<TaskView> {
    return eventually(`${kind} for ${username}`, async () => (await this.tasks(username, kind))[0]);
  }

  async decide(username: string, task: TaskView, body: DecisionBody): Promise<void> {
    if (this.until !== undefined && LAST_DECISIONS[this.until] === task.kind)
      throw new StoppedBefore(task.kind, username);
    await this.api.post(username, `/tasks/${task.id}/decide`, { artefactHash: task.artefactHash, ...body });
  }

  /** Waits for the task of the kind and decides it. */
  async act(username: string, kind: TaskKind, body: DecisionBody): Promise<void> {
    await this.decide(username, await this.task(username, kind), body);
  }

  /** Waits for the task on one subject: others of the kind are somebody else's. */
  async taskOn(username: string, kind: TaskKind, subjectId: string | null): Promise<TaskView> {
    return eventually(`${kind} for ${username}`, async () =>
      (await this.tasks(username, kind)).find((one) => one.subjectId === subjectId),
    );
  }

  /** The same, and approves it. */
  async actOn(username: string, kind: TaskKind, subjectId: string | null): Promise<void> {
    await this.decide(username, await this.taskOn(username, kind, subjectId), { outcome: 'approved' });
  }

  async board(): Promise<BoardView> {
    return this.api.get<BoardView>('program', `/periods/${this.periodId}/cities/${this.cityCode}/board`);
  }

  async stageReached(stage: string): Promise<BoardView> {
    return eventually(`stage ${stage}`, async () => {
      const board = await this.board();
      return board.stages.find((row) => row.stage === stage)?.state === 'waiting' ? undefined : board;
    });
  }
}
