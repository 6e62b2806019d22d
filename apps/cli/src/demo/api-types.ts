import type { TaskKind } from '#domain';

/** The parts of the API's answers that the demo reads. */
export interface TaskView {
  readonly id: string;
  readonly kind: TaskKind;
  readonly periodId: string;
  readonly territoryCode: string;
  readonly territoryName: string;
  readonly subjectId: string;
  readonly artefactHash: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface MeasureView {
  readonly families: number;
  readonly amountRupiah: string;
}

export type StatementView = Readonly<
  Record<
    | 'allocated'
    | 'transacted'
    | 'notTransacted'
    | 'pending'
    | 'failed'
    | 'unreconciled'
    | 'unallocated'
    | 'credited'
    | 'withdrawn'
    | 'held'
    | 'returned',
    MeasureView
  >
> & {
  readonly firstDifferenceRupiah: string;
  readonly firstDifferenceFamilies: number;
  readonly secondDifferenceRupiah: string;
  readonly secondDifferenceFamilies: number;
  readonly ledgerDifferences: readonly MeasureView[];
};

export type MoneyPart = Exclude<keyof StatementView, `${string}Rupiah` | `${string}Families` | 'ledgerDifferences'>;

export interface BoardView {
  readonly stages: readonly {
    stage: string;
    state: 'waiting' | 'running' | 'done';
    tasksOpen: number;
    tasksDone: number;
  }[];
  readonly statement: StatementView;
  readonly openBreaks: number;
  readonly orderId: string | null;
  readonly deadlineOn: string | null;
  readonly cases: { readonly open: number; readonly decided: number; readonly lapsed: number };
}

/** A territory's statement, with those of its parts. */
export interface TerritoryStatementView {
  readonly name: string;
  readonly statement: StatementView;
  readonly parts: readonly { territoryCode: string; name: string; statement: StatementView }[];
}
