import { Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CardDetails } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { OpenedForm } from '../../shared/look/opened-form';
import { StatusTag } from '../../shared/look/status-tag';
import { announce } from '../../shared/states/live-region';
import { type Column, DataTable } from '../../shared/table/data-table';
import { setWordAside } from './card-queries';

type Word = CardDetails['words'][number];

/** All that was said of a card, the earliest day first; nothing is rewritten. */
export function CardHistory({ card: { id, words } }: { readonly card: CardDetails }): ReactNode {
  const { t, format } = useWords();
  const setAside: Column<Word> = {
    name: t('distribution:act.setAside'),
    cell: (word) =>
      word.mayVoid ? (
        <OpenedForm name={t('distribution:act.setAside')}>
          {(close) => <SetAside cardId={id} wordId={word.id} onClose={close} />}
        </OpenedForm>
      ) : (
        '–'
      ),
  };
  return (
    <section className="stack" aria-labelledby="card-history">
      <Title order={2} size="h3" id="card-history">
        {t('distribution:history')}
      </Title>
      <DataTable
        caption={t('distribution:history')}
        rows={words}
        keyOf={(word) => word.id}
        columns={[
          { name: t('distribution:day'), isHeader: true, cell: ({ happenedOn }) => format.date(happenedOn) },
          { name: t('distribution:said'), cell: (word) => <Said word={word} /> },
          {
            name: t('distribution:by'),
            cell: ({ officer, file }) => officer ?? t('distribution:ofFile', { name: file ?? '–' }),
          },
          { name: t('distribution:noteShown'), cell: ({ note }) => <span className="as-written">{note ?? '–'}</span> },
          ...(words.some(({ mayVoid }) => mayVoid) ? [setAside] : []),
        ]}
      />
    </section>
  );
}

function Said({ word: { kind, reason, isContradicted, isVoid } }: { readonly word: Word }): ReactNode {
  const { t } = useWords();
  const isAct = kind === 'confirmed' || kind === 'void';
  return (
    <>
      {isAct ? t(`distribution:kindIs.${kind}`) : t(`distribution:stateIs.${kind}`)}
      {reason !== '' && `: ${t(`distribution:reasonIs.${reason}`)}`}
      {isContradicted && <StatusTag tone="late">{t('distribution:contradicted')}</StatusTag>}
      {isVoid && <StatusTag tone="neutral">{t('distribution:void')}</StatusTag>}
    </>
  );
}

interface SetAsideProps {
  readonly cardId: string;
  readonly wordId: string;
  readonly onClose: () => void;
}

function SetAside({ cardId, wordId, onClose }: SetAsideProps): ReactNode {
  const { t } = useWords();
  const command = useCommand(setWordAside(cardId, wordId));
  const [note, setNote] = useState('');
  return (
    <CommandForm
      send={t('distribution:act.setAside')}
      command={command}
      consequence={t('distribution:act.setAsideConsequence')}
      onSubmit={() => {
        command.mutate(note, {
          onSuccess: () => {
            announce(t('distribution:act.done'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      <Textarea
        autosize
        required
        minLength={10}
        maxLength={1000}
        label={t('distribution:act.why')}
        value={note}
        onChange={({ currentTarget: { value } }) => {
          setNote(value);
        }}
      />
    </CommandForm>
  );
}
