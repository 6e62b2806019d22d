import { Button, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AccountReset, OfficerDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { AskReset, RefuseReset, SettleReset } from './reset-forms';
import { ResetLetter } from './reset-letter';

const TONES = {
  proposed: 'soon',
  confirmed: 'running',
  used: 'done',
  refused: 'neutral',
  withdrawn: 'neutral',
  objected: 'late',
  lapsed: 'neutral',
} as const satisfies Record<AccountReset['state'], string>;

type Move = 'ask' | 'confirm' | 'refuse' | 'withdraw';

/** A way back into the account: asked for by one person, confirmed by another, opened by a letter. */
export function ResetPanel({ officer }: { readonly officer: OfficerDetail }): ReactNode {
  const { t } = useWords();
  const [doing, setDoing] = useState<Move>();
  const close = (): void => {
    setDoing(undefined);
  };
  const { reset } = officer;
  const moves: readonly Move[] = [
    ...(officer.mayReset ? (['ask'] as const) : []),
    ...(reset?.mayDecide === true ? (['confirm', 'refuse'] as const) : []),
    ...(reset?.mayWithdraw === true ? (['withdraw'] as const) : []),
  ];
  return (
    <section className="stack">
      <Title order={2}>{t('organisation:reset.title')}</Title>
      {reset !== null && <Standing reset={reset} />}
      {doing === 'ask' && <AskReset officerId={officer.id} onClose={close} />}
      {reset !== null && doing === 'refuse' && <RefuseReset resetId={reset.id} onClose={close} />}
      {reset !== null && (doing === 'confirm' || doing === 'withdraw') && (
        <SettleReset key={doing} resetId={reset.id} how={doing} onClose={close} />
      )}
      {doing === undefined && moves.length > 0 && <Moves moves={moves} onDo={setDoing} />}
      {reset?.mayFetchLetter === true && <ResetLetter resetId={reset.id} />}
    </section>
  );
}

function Standing({ reset }: { readonly reset: AccountReset }): ReactNode {
  const { t, format } = useWords();
  const { state, lost, proposer, proposedAt, decider, decisionReason } = reset;
  return (
    <div className="stack">
      <div className="row">
        <StatusTag tone={TONES[state]}>{t(`organisation:reset.state.${state}`)}</StatusTag>
        {decider !== null && (
          <span className="small-print">{t('organisation:reset.decidedBy', { name: decider })}</span>
        )}
      </div>
      <p>
        {t('organisation:reset.asked', {
          name: proposer,
          when: format.dateTime(proposedAt),
          lost: t(`organisation:reset.of.${lost}`),
        })}
      </p>
      <p>{reset.reason}</p>
      {decisionReason !== null && <p className="small-print">{decisionReason}</p>}
      {state === 'proposed' && <p>{t('organisation:reset.until', { day: format.date(reset.dueOn) })}</p>}
    </div>
  );
}

function Moves({ moves, onDo }: { readonly moves: readonly Move[]; readonly onDo: (move: Move) => void }): ReactNode {
  const { t } = useWords();
  return (
    <div className="row">
      {moves.map((move) => (
        <Button
          key={move}
          variant="default"
          h={44}
          onClick={() => {
            onDo(move);
          }}
        >
          {t(`organisation:reset.${move === 'ask' ? 'open' : move}`)}
        </Button>
      ))}
    </div>
  );
}
