import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PublicFrame } from '../app/shell/public-frame';
import { answer, api } from '../api/client';
import { proofOfWork } from '../api/proof-of-work';
import type { OwnAid } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';

interface Question {
  readonly nik: string;
  readonly birthDate: string;
}

async function ask(question: Question): Promise<OwnAid> {
  const proof = await proofOfWork();
  return answer(api.POST('/api/v1/public/own-aid', { body: proof === undefined ? question : { ...question, proof } }));
}

/** A family reads how far its own aid is, by NIK and birth date of its head; neither is kept in the browser or in an address. */
export function CekPage(): ReactNode {
  const { t } = useWords();
  const [question, setQuestion] = useState<Question>({ nik: '', birthDate: '' });
  const found = useMutation({ mutationFn: ask });
  return (
    <PublicFrame title={t('families:own.title')} links={[{ to: '/pengaduan', name: t('families:own.complain') }]}>
      <form
        className="stack panel"
        onSubmit={(event) => {
          event.preventDefault();
          if (!found.isPending) found.mutate(question);
        }}
      >
        <p>{t('families:own.about')}</p>
        <TextInput
          label={t('families:own.nik')}
          inputMode="numeric"
          autoComplete="off"
          required
          value={question.nik}
          onChange={({ currentTarget: { value } }) => {
            setQuestion({ ...question, nik: value });
          }}
        />
        <TextInput
          type="date"
          label={t('families:own.birthDate')}
          required
          value={question.birthDate}
          onChange={({ currentTarget: { value } }) => {
            setQuestion({ ...question, birthDate: value });
          }}
        />
        {found.error !== null && <ProblemNotice error={found.error} />}
        <Button type="submit" size="md" aria-disabled={found.isPending}>
          {t('families:own.check')}
        </Button>
      </form>
      {found.data !== undefined && <Answer aid={found.data} />}
    </PublicFrame>
  );
}

function Answer({ aid: { periods } }: { readonly aid: OwnAid }): ReactNode {
  const { t } = useWords();
  if (periods.length === 0) return <Notice tone="soon">{t('families:own.nothing')}</Notice>;
  return (
    <div className="stack" role="status">
      {periods.map((period) => (
        <Period key={period.months.join()} period={period} />
      ))}
    </div>
  );
}

function Period({ period }: { readonly period: OwnAid['periods'][number] }): ReactNode {
  const { t, format } = useWords();
  const { months, stage, channel, serviceName, creditedOn, askOffice, askPlace } = period;
  const names = format.months(months);
  const facts: (readonly [string, ReactNode])[] = [
    [t('families:own.stage'), <strong key="stage">{t(`families:own.stageIs.${stage}`)}</strong>],
    [t('families:own.channel'), serviceName ?? t(`families:own.channelIs.${channel}`)],
  ];
  if (creditedOn !== null) facts.push([t('families:own.creditedOn'), format.date(creditedOn)]);
  facts.push([t('families:own.askWhom'), t(`families:own.askIs.${askOffice}`, { place: askPlace })]);
  return (
    <section className="panel stack" aria-label={names}>
      <h2>{names}</h2>
      <Facts facts={facts} />
    </section>
  );
}
