import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { Programmes } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { programmesQuery } from '../../programmes/programme-queries';
import { useWords } from '../../shared/language/use-words';
import { Choice } from '../../shared/look/choice';
import { PageHeading } from '../../shared/look/page-heading';
import { RefusableButton } from '../../shared/look/refusable-button';
import { useDraft } from '../../shared/session/use-draft';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { QuotaField } from '../quota-field';
import { type Quota, readQuotas } from '../quota-text';

type Programme = Programmes[number];
type Channel = Programme['channels'][number]['channel'];

interface NewPeriod {
  readonly programme: string;
  readonly firstMonth: string;
  readonly channel: Channel;
  readonly quotas: readonly Quota[];
}

/** Opens a period: programme, month, channel and the quotas of the cities. */
export function NewPeriodPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(programmesQuery);
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
      <Answered query={query}>
        {(programmes) => {
          const [first] = programmes;
          return first === undefined ? (
            <Empty>{t('periods.noProgramme')}</Empty>
          ) : (
            <NewPeriodForm programmes={programmes} first={first} />
          );
        }}
      </Answered>
    </div>
  );
}

interface FormProps {
  readonly programmes: readonly Programme[];
  readonly first: Programme;
}

function NewPeriodForm({ programmes, first }: FormProps): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [code, setCode] = useState(first.code);
  const [firstMonth, setFirstMonth] = useState(first.today.slice(0, 7));
  const [channel, setChannel] = useState<Channel>('card');
  const [text, setText] = useDraft('new-period.quotas');
  const programme = programmes.find((one) => one.code === code) ?? first;
  const rupiahPerFamily = programme.channels.find((one) => one.channel === channel)?.rupiahPerFamily;
  const { quotas, badLines } = readQuotas(text);
  const create = useCommand((input: NewPeriod, key) =>
    answer(
      api.POST('/api/v1/periods', {
        params: { header: { 'Idempotency-Key': key } },
        body: { ...input, quotas: [...input.quotas] },
      }),
    ),
  );
  const isRefused = quotas.length === 0 || badLines.length > 0 || create.isPending;
  const submit = (): void => {
    if (isRefused) return;
    create.mutate(
      { programme: code, firstMonth, channel, quotas },
      {
        onSuccess: ({ period }) => {
          setText('');
          void navigate({ to: '/periods/$periodId', params: { periodId: period.id } });
        },
      },
    );
  };
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice
        label={t('periods.programme')}
        offered={programmes.map((one) => [one.code, one.code])}
        value={code}
        onChoose={setCode}
      />
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
      <QuotaField value={text} onChange={setText} rupiahPerFamily={rupiahPerFamily} />
      <p className="consequence">{t('periods.newConsequence')}</p>
      {create.error !== null && <ProblemNotice error={create.error} />}
      <div>
        <RefusableButton type="submit" size="md" isRefused={isRefused} onPress={submit}>
          {t('periods.create')}
        </RefusableButton>
      </div>
    </form>
  );
}
