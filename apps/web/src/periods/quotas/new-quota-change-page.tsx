import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PeriodQuotas } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { PeriodBudget } from '../../money/budget/period-budget';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { RefusableButton } from '../../shared/look/refusable-button';
import { useDraft } from '../../shared/session/use-draft';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { announce } from '../../shared/states/live-region';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { periodQuotasQuery, proposeQuotaChange } from './quota-change-queries';
import { QuotaMovesField } from './quota-moves-field';
import { QuotaMovesTable } from './quota-moves-table';
import { readMoves, withMove } from './quota-moves-text';

const route = getRouteApi('/shell/periods/$periodId/quotas/new');

/** More quota for cities, less, or from some to others: what each can give and take is seen before anything is sent. */
export function NewQuotaChangePage(): ReactNode {
  const { periodId } = route.useParams();
  const { t } = useWords();
  const query = useQuery(periodQuotasQuery(periodId));
  return (
    <div className="stack">
      <PageHeading
        title={t('money:quotaChange.newTitle')}
        trail={
          <Link to="/periods/$periodId/quotas" params={{ periodId }} className="text-link">
            {t('money:quotaChange.title')}
          </Link>
        }
      />
      <Answered query={query}>
        {({ cities }) =>
          cities.length === 0 ? (
            <Empty>{t('money:quotaChange.notYet')}</Empty>
          ) : (
            <ProposalForm periodId={periodId} cities={cities} />
          )
        }
      </Answered>
    </div>
  );
}

interface Props {
  readonly periodId: string;
  readonly cities: PeriodQuotas['cities'];
}

function ProposalForm({ periodId, cities }: Props): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useDraft(`quota-change.${periodId}`);
  const [ground, setGround] = useState('');
  const [paper, setPaper] = useState('');
  const command = useCommand(proposeQuotaChange(periodId));
  const { moves, badLines } = readMoves(text, new Set(cities.map(({ cityCode }) => cityCode)));
  const isRefused = moves.length === 0 || badLines.length > 0 || ground.trim().length < 10 || command.isPending;
  const submit = (): void => {
    if (isRefused) return;
    const letter = paper.trim() === '' ? {} : { paper: paper.trim() };
    command.mutate(
      { ground: ground.trim(), lines: [...moves], ...letter },
      {
        onSuccess: ({ id }) => {
          setText('');
          announce(t('money:quotaChange.sent'));
          void navigate({ to: '/quota-changes/$changeId', params: { changeId: id } });
        },
      },
    );
  };
  const net = moves.reduce((sum, { deltaFamilies }) => sum + deltaFamilies, 0);
  const netRupiah = BigInt(net) * BigInt(cities[0]?.rupiahPerFamily ?? 0);
  return (
    <>
      <PeriodBudget periodId={periodId} changeRupiah={netRupiah.toString()} />
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <QuotaMovesField
          value={text}
          onChange={setText}
          moves={moves}
          badLines={badLines}
          net={net}
          netRupiah={netRupiah}
        />
        <Textarea
          label={t('money:quotaChange.ground')}
          description={t('money:quotaChange.groundHint')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={ground}
          onChange={(event) => {
            setGround(event.currentTarget.value);
          }}
        />
        <TextInput
          label={t('money:quotaChange.paper')}
          description={t('money:quotaChange.paperHint')}
          maxLength={120}
          value={paper}
          onChange={(event) => {
            setPaper(event.currentTarget.value);
          }}
        />
        <p className="consequence">{t('money:quotaChange.consequence')}</p>
        {command.error !== null && <ProblemNotice error={command.error} />}
        <div>
          <RefusableButton type="submit" size="md" isRefused={isRefused} onPress={submit}>
            {t('money:quotaChange.send')}
          </RefusableButton>
        </div>
      </form>
      <QuotaMovesTable
        cities={cities}
        moves={moves}
        onTakeBack={({ cityCode, recallableFamilies }) => {
          setText(withMove(text, { cityCode, deltaFamilies: -recallableFamilies }));
        }}
      />
    </>
  );
}
