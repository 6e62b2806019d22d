import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { FindingRow, Task } from '../../api/schemas';
import { findingsQuery } from '../../follow-up/follow-up-queries';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { placeOf } from '../task-title';
import { BulkOutcome } from './bulk-outcome';
import { BulkProgress } from './bulk-progress';
import { useMany } from './use-many';

/** What costs a family its aid is decided for each family alone. */
const ONE_BY_ONE: readonly CaseOutcome[] = ['suspend', 'exclude', 'hold', 'return_early'];

type CaseOutcome = FindingRow['suggests'];

interface Props {
  readonly tasks: readonly Task[];
  readonly onClose: (isDone: boolean) => void;
}

/** See, check, then decide: every task that the decision is about, the outcome, and what follows from it. */
export function BulkCheck({ tasks, onClose }: Props): ReactNode {
  const { t, format, codeWord } = useWords();
  const [outcome, setOutcome] = useState<CaseOutcome>();
  const { data: findings = [] } = useQuery(findingsQuery(tasks[0]?.periodId ?? ''));
  const all = new Set(findings.flatMap(({ outcomes }) => outcomes.map((offered) => offered.outcome)));
  const offers = [...all].filter((offered) => !ONE_BY_ONE.includes(offered));
  const decide = useMany('decide');
  const rupiah = tasks.reduce((sum, { amountRupiah }) => sum + BigInt(amountRupiah), 0n).toString();
  const submit = (): void => {
    if (outcome === undefined || decide.isPending) return;
    const items = tasks.map(({ id, artefactHash }) => ({ taskId: id, artefactHash }));
    decide.send({ outcome: 'approved', details: { outcome }, items });
  };
  if (decide.answer !== undefined) {
    return (
      <div className="stack" role="status">
        <BulkOutcome answer={decide.answer} />
        <Button
          variant="default"
          h={44}
          onClick={() => {
            onClose(true);
          }}
        >
          {t('shell.close')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ul className="bulk-items">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to="/tasks/$taskId" params={{ taskId: task.id }} className="text-link">
              {placeOf(t, task)}
            </Link>
            , {format.rupiah(task.amountRupiah)}
          </li>
        ))}
      </ul>
      <Radio.Group label={t('inbox.bulk.outcome')} size="md" value={outcome ?? null}>
        <div className="stack">
          {offers.map((offered) => (
            <Radio
              key={offered}
              value={offered}
              label={codeWord('caseOutcome', offered)}
              onChange={() => {
                setOutcome(offered);
              }}
            />
          ))}
        </div>
      </Radio.Group>
      <p className="consequence">
        {t('inbox.bulk.consequence', {
          count: tasks.length,
          tasks: format.count(tasks.length),
          rupiah: format.rupiah(rupiah),
        })}
      </p>
      <BulkProgress howFar={decide.howFar} />
      {decide.error !== null && <ProblemNotice error={decide.error} />}
      <Button type="submit" h={44} aria-disabled={outcome === undefined || decide.isPending}>
        {t('inbox.bulk.decide')}
      </Button>
    </form>
  );
}
