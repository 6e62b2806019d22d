import { Select, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { RefusableButton } from '../../shared/look/refusable-button';
import { useDraft } from '../../shared/session/use-draft';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { QuotaField } from '../quota-field';
import { type Quota, readQuotas } from '../quota-text';

interface NewPeriod {
  readonly firstMonth: string;
  readonly channel: 'card' | 'post';
  readonly quotas: readonly Quota[];
}

/** Per family and month; the policy of the period has the last word. */
const RUPIAH_PER_MONTH = 200_000n;
const MONTHS = { card: 2n, post: 3n } as const;

/** Opens a period: month, channel and the quotas of the cities. */
export function NewPeriodPage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [firstMonth, setFirstMonth] = useState('2023-03');
  const [channel, setChannel] = useState<NewPeriod['channel']>('card');
  const [text, setText] = useDraft('new-period.quotas');
  const { quotas, badLines } = readQuotas(text);
  const create = useCommand((input: NewPeriod, key) =>
    answer(
      api.POST('/api/v1/periods', {
        params: { header: { 'Idempotency-Key': key } },
        body: { programme: 'sembako', ...input, quotas: [...input.quotas] },
      }),
    ),
  );
  const isRefused = quotas.length === 0 || badLines.length > 0 || create.isPending;
  const submit = (): void => {
    if (isRefused) return;
    create.mutate(
      { firstMonth, channel, quotas },
      {
        onSuccess: ({ period }) => {
          setText('');
          void navigate({ to: '/periods/$periodId', params: { periodId: period.id } });
        },
      },
    );
  };
  return (
    <div className="stack">
      <PageHeading
        title={t('periods.new')}
        trail={
          <Link to="/periods" className="text-link">
            {t('periods.title')}
          </Link>
        }
      />
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          type="month"
          label={t('periods.firstMonth')}
          required
          value={firstMonth}
          onChange={(event) => {
            setFirstMonth(event.currentTarget.value);
          }}
        />
        <Select
          label={t('periods.channel')}
          allowDeselect={false}
          value={channel}
          data={[
            { value: 'card', label: t('periods.by.card') },
            { value: 'post', label: t('periods.by.post') },
          ]}
          onChange={(value) => {
            setChannel(value === 'post' ? 'post' : 'card');
          }}
        />
        <QuotaField value={text} onChange={setText} rupiahPerFamily={(RUPIAH_PER_MONTH * MONTHS[channel]).toString()} />
        <p className="consequence">{t('periods.newConsequence')}</p>
        {create.error !== null && <ProblemNotice error={create.error} />}
        <div>
          <RefusableButton type="submit" size="md" isRefused={isRefused} onPress={submit}>
            {t('periods.create')}
          </RefusableButton>
        </div>
      </form>
    </div>
  );
}
