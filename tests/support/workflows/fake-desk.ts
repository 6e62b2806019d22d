import type { DeliveredDecision } from '#domain';

export interface FakeCase {
  readonly id: string;
  /** Where the case stays: nobody visits, or nobody decides, in time. */
  readonly stopsAt?: 'to_visit' | 'to_decide';
  /** How often the city sends the visitor again. */
  readonly returns?: number;
}

type State = 'to_visit' | 'to_decide' | 'decided' | 'used' | 'lapsed';

interface Row {
  readonly command: FakeCase;
  state: State;
  round: number;
  decided: DeliveredDecision | undefined;
}

/** The cases of one desk as the database would hold them, with people who visit and decide as soon as they can. */
export class FakeDesk {
  private readonly rows: Row[];
  readonly opened = new Set<string>();
  readonly advances: number[] = [];

  constructor(cases: readonly FakeCase[]) {
    this.rows = cases.map((command) => ({ command, state: 'to_visit', round: 1, decided: undefined }));
  }

  /** Takes in what was decided and opens the next tasks; the decisions people take on them at once. */
  advance(): { open: number; decisions: DeliveredDecision[] } {
    for (const row of this.rows) this.takeIn(row);
    const decisions = this.rows.map((row) => this.open(row)).filter((decision) => decision !== undefined);
    this.advances.push(this.openCount());
    return { open: this.openCount(), decisions };
  }

  /** What is open lapses, but for what was decided before. */
  lapse(): number {
    for (const row of this.rows) {
      this.takeIn(row);
      if (row.state === 'to_visit' || row.state === 'to_decide') row.state = 'lapsed';
    }
    return this.openCount();
  }

  /** Decides the open task of a case now, as somebody who comes late does; the row is first. */
  decideNow(caseId: string): void {
    const row = this.rows.find(({ command }) => command.id === caseId);
    if (row !== undefined) row.decided = this.decisionOf(row);
  }

  /** The family has used its money: nobody need visit or decide any more. */
  useNow(caseId: string): void {
    const row = this.rows.find(({ command }) => command.id === caseId);
    if (row !== undefined) row.state = 'used';
  }

  get states(): Record<string, State> {
    return Object.fromEntries(this.rows.map(({ command, state }) => [command.id, state]));
  }

  private takeIn(row: Row): void {
    const { decided } = row;
    row.decided = undefined;
    if (decided === undefined) return;
    if (row.state === 'to_visit') row.state = 'to_decide';
    else if (decided.outcome === 'returned') [row.state, row.round] = ['to_visit', row.round + 1];
    else row.state = 'decided';
  }

  private open(row: Row): DeliveredDecision | undefined {
    if (row.state !== 'to_visit' && row.state !== 'to_decide') return undefined;
    this.opened.add(`${row.command.id}:${row.round}:${row.state}`);
    if (row.command.stopsAt === row.state || row.decided !== undefined) return undefined;
    row.decided = this.decisionOf(row);
    return row.decided;
  }

  private decisionOf({ command, state, round }: Row): DeliveredDecision {
    const taskId = `${command.id}:${round}:${state}`;
    if (state === 'to_visit') return { taskId, kind: 'follow-up.visit', outcome: 'submitted' };
    const isReturned = round <= (command.returns ?? 0);
    return { taskId, kind: 'follow-up.decide', outcome: isReturned ? 'returned' : 'approved' };
  }

  private openCount(): number {
    return this.rows.filter(({ state }) => state === 'to_visit' || state === 'to_decide').length;
  }
}
