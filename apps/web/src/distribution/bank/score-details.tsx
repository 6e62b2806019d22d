import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { PayerScore } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { BreaksLink, failedFamilies, FamiliesLink, FilesLink } from './score-links';
import { usePayerName } from './use-payer-name';

interface Props {
  readonly score: PayerScore;
}

/** What the numbers of one payer are made of: answers by kind, failures by reason, breaks by type. */
export function ScoreDetails({ score }: Props): ReactNode {
  const { t, format } = useWords();
  const nameOf = usePayerName();
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {t('money:scores.details', { payer: nameOf(score) })} · {format.months(score.months)}
      </Title>
      <Answers score={score} />
      {score.failedFor.length > 0 && <Failures score={score} />}
      {score.breaks.length > 0 && <Breaks score={score} />}
    </section>
  );
}

function Answers({ score }: Props): ReactNode {
  const { t, format } = useWords();
  if (score.answers.length === 0) return <p className="small-print">{t('money:scores.noAnswers')}</p>;
  return (
    <DataTable
      caption={t('money:scores.answers', { days: format.count(score.answerDays) })}
      rows={score.answers}
      keyOf={({ kind }) => kind}
      columns={[
        { name: t('money:files.kind'), isHeader: true, cell: ({ kind }) => t(`money:files.of.${kind}`) },
        {
          name: t('money:scores.sent'),
          isNumber: true,
          cell: ({ kind, sent }) => (
            <FilesLink of={score} search={{ kind }}>
              {format.count(sent)}
            </FilesLink>
          ),
        },
        {
          name: t('money:scores.answered'),
          isNumber: true,
          cell: ({ kind, answered }) => (
            <FilesLink of={score} search={{ kind, state: 'answered' }}>
              {format.count(answered)}
            </FilesLink>
          ),
        },
        {
          name: t('money:scores.late'),
          isNumber: true,
          cell: ({ kind, late }) => (
            <FilesLink of={score} search={{ kind, isLate: true }}>
              {format.count(late)}
            </FilesLink>
          ),
        },
        { name: t('money:scores.medianDays'), isNumber: true, cell: ({ medianDays }) => format.decimal(medianDays) },
        { name: t('money:scores.mostDays'), isNumber: true, cell: ({ mostDays }) => format.count(mostDays) },
      ]}
    />
  );
}

function Failures({ score }: Props): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('money:scores.failedFor')}
      rows={score.failedFor}
      keyOf={({ reason }) => reason ?? '-'}
      columns={[
        {
          name: t('money:scores.failedFor'),
          isHeader: true,
          cell: ({ reason }) => (reason === null ? t('money:repair.noReason') : codeWord('money:failure', reason)),
        },
        {
          name: t('money:scores.families'),
          isNumber: true,
          cell: ({ reason, families }) => (
            <FamiliesLink of={score} search={failedFamilies(reason)}>
              {format.count(families)}
            </FamiliesLink>
          ),
        },
      ]}
    />
  );
}

function Breaks({ score }: Props): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('money:scores.breaks')}
      rows={score.breaks}
      keyOf={({ type }) => type}
      columns={[
        { name: t('money:breaks.type'), isHeader: true, cell: ({ type }) => codeWord('money:breaks.of', type) },
        {
          name: t('money:scores.opened'),
          isNumber: true,
          cell: ({ type, opened }) => <BreaksLink of={score} type={type} count={opened} />,
        },
        {
          name: t('money:scores.breaksOpen'),
          isNumber: true,
          cell: ({ type, open }) => <BreaksLink of={score} type={type} state="open" count={open} />,
        },
        { name: t('money:scores.meanDays'), isNumber: true, cell: ({ meanDays }) => format.decimal(meanDays) },
        { name: t('money:scores.mostDays'), isNumber: true, cell: ({ mostDays }) => format.decimal(mostDays) },
      ]}
    />
  );
}
