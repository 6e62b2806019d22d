import { taskRule } from '../../../../../libs/domain/src/stages/stage-catalogue';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import type { CaseDetail, DecideTask, OfferedOutcome, Outcome, StageName, Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useDraft } from '../../shared/session/use-draft';
import { useNextTask } from './use-next-task';

type Details = DecideTask['details'];
type MoneyOutcome = CaseDetail['offered'][number]['money'];
type Missing = 'save' | 'reason' | 'finding' | 'outcome' | 'hold' | 'choice';

/** A task with what its reader may decide. */
export interface Decidable {
  readonly task: Task;
  readonly actions: { readonly decide: readonly OfferedOutcome[] };
}

/** What is set to undefined is not sent. */
type DetailChange = { readonly [Name in keyof Details]?: Details[Name] | undefined };

export interface DecisionState {
  readonly outcome: Outcome | undefined;
  readonly offered: OfferedOutcome | undefined;
  readonly choose: (outcome: Outcome) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly returnTo: StageName | undefined;
  readonly setReturnTo: (stage: StageName) => void;
  readonly details: Details;
  readonly setDetails: (change: DetailChange) => void;
  /** What becomes of a case's money by the outcome that is chosen. */
  readonly money: MoneyOutcome | undefined;
  readonly setMoney: (money: MoneyOutcome) => void;
  readonly missing: Missing | undefined;
  readonly error: Error | null;
  readonly isSending: boolean;
  readonly submit: () => void;
}

/** The decision as it is being made, and its way to the server. */
export function useDecision({ task, actions }: Decidable, seenHash: string, isUnsaved: boolean): DecisionState {
  const goNext = useNextTask();
  const [outcome, setOutcome] = useState(() => onlyOffer(actions.decide));
  const [reason, setReason] = useDraft(`reason.${task.id}`);
  const [returnTo, setReturnTo] = useState<StageName>();
  const [details, setDetails] = useState<Details>({});
  const [money, setMoney] = useState<MoneyOutcome>();
  const [wasTried, setTried] = useState(false);
  const offered = actions.decide.find((offer) => offer.outcome === outcome);
  const stage = outcome === 'returned' ? (returnTo ?? offered?.returnTo[0]) : undefined;
  const missing = isUnsaved ? 'save' : missingOf(task.kind, outcome, reason, details);

  const decide = useCommand((body: DecideTask, key) =>
    answer(
      api.POST('/api/v1/tasks/{taskId}/decide', {
        params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  const submit = (): void => {
    setTried(true);
    if (outcome === undefined || missing !== undefined || offered?.allowed !== true || decide.isPending) return;
    const needsReason = outcome === 'returned' || outcome === 'refused';
    const body: DecideTask = {
      outcome,
      artefactHash: seenHash,
      details,
      ...(needsReason ? { reason: reason.trim() } : {}),
      ...(stage === undefined ? {} : { returnTo: stage }),
    };
    decide.mutate(body, {
      onSuccess: (decided) => {
        setReason('');
        void goNext(task, decided);
      },
    });
  };

  return {
    outcome,
    offered,
    choose: setOutcome,
    reason,
    setReason,
    returnTo: stage,
    setReturnTo,
    details,
    setDetails: (change) => {
      setDetails((known) => ({ ...known, ...change }) as Details);
    },
    money,
    setMoney,
    missing: wasTried ? missing : undefined,
    error: decide.error,
    isSending: decide.isPending,
    submit,
  };
}

/** Where there is one thing to do, it is chosen already. */
function onlyOffer(offers: readonly OfferedOutcome[]): Outcome | undefined {
  const [only] = offers;
  return offers.length === 1 && only?.allowed === true ? only.outcome : undefined;
}

function missingOf(
  kind: Task['kind'],
  outcome: Outcome | undefined,
  reason: string,
  details: Details,
): Missing | undefined {
  if (outcome === undefined) return 'choice';
  if ((outcome === 'returned' || outcome === 'refused') && reason.trim() === '') return 'reason';
  const { asks } = taskRule(kind);
  if (asks === 'finding' && details.finding === undefined) return 'finding';
  if (asks === 'case-outcome' && outcome === 'approved' && details.outcome === undefined) return 'outcome';
  const isHold = outcome === 'approved' && details.outcome === 'hold';
  return isHold && (details.ground === undefined || details.holdUntil === undefined) ? 'hold' : undefined;
}
