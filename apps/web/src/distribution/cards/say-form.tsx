import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CardDetails, CardSaying } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Choice } from '../../shared/look/choice';
import { CommandForm } from '../../shared/look/command-form';
import { announce } from '../../shared/states/live-region';
import { jakartaDay } from '../../shared/words/jakarta-day';
import { CARD_REASONS, type CardReason, type CardState } from './card-words';
import { sayOfCard } from './card-queries';

interface Said {
  readonly kind: CardState;
  readonly happenedOn: string;
  readonly reason: CardReason;
  readonly note: string;
  readonly untilOn: string;
}

/** Only what belongs to the state goes out. */
const sayingOf = ({ kind, happenedOn, reason, note, untilOn }: Said): CardSaying => ({
  ...{ kind: kind as CardSaying['kind'], happenedOn },
  ...(kind === 'not_handed_over' ? { reason, note } : {}),
  ...(kind === 'at_place' && untilOn !== '' ? { untilOn } : {}),
});

/** Where a card is now; of one that was not handed over the reason, and what it stands on. */
export function SayForm({ card, onClose }: { readonly card: CardDetails; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { now } = useMe();
  const { maySay } = card;
  const command = useCommand(sayOfCard(card.id));
  const [said, setSaid] = useState<Said>({
    ...{ kind: maySay[0] ?? 'handed_over', happenedOn: jakartaDay(Date.parse(now)) },
    ...{ reason: card.reason === '' ? 'not_found' : card.reason, note: '', untilOn: '' },
  });
  return (
    <CommandForm
      send={t('distribution:act.save')}
      command={command}
      onSubmit={() => {
        command.mutate(sayingOf(said), {
          onSuccess: () => {
            announce(t('distribution:act.done'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      {maySay.length === 1 && <p>{t(`distribution:stateIs.${said.kind}`)}</p>}
      <Choice
        label={t('distribution:act.state')}
        offered={maySay.map((one) => [one, t(`distribution:stateIs.${one}`)])}
        value={said.kind}
        onChoose={(value) => {
          setSaid({ ...said, kind: maySay.find((one) => one === value) ?? said.kind });
        }}
      />
      <DayField
        label={t('distribution:act.day')}
        value={said.happenedOn}
        onWrite={(happenedOn) => {
          setSaid({ ...said, happenedOn });
        }}
      />
      <More said={said} onSay={setSaid} />
    </CommandForm>
  );
}

function More({ said, onSay }: { readonly said: Said; readonly onSay: (said: Said) => void }): ReactNode {
  const { t } = useWords();
  if (said.kind === 'at_place') {
    return (
      <DayField
        label={t('distribution:act.until')}
        hint={t('distribution:act.untilHint')}
        value={said.untilOn}
        onWrite={(untilOn) => {
          onSay({ ...said, untilOn });
        }}
      />
    );
  }
  if (said.kind !== 'not_handed_over') return null;
  return (
    <>
      <Choice
        label={t('distribution:act.reason')}
        offered={CARD_REASONS.map((one) => [one, t(`distribution:reasonIs.${one}`)])}
        value={said.reason}
        onChoose={(value) => {
          onSay({ ...said, reason: CARD_REASONS.find((one) => one === value) ?? said.reason });
        }}
      />
      <Textarea
        autosize
        required
        minLength={10}
        maxLength={1000}
        label={t('distribution:act.note')}
        description={t('distribution:act.noteHint')}
        value={said.note}
        onChange={({ currentTarget: { value } }) => {
          onSay({ ...said, note: value });
        }}
      />
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onWrite: (day: string) => void;
}

/** A day that is given, or one that may be left empty where a hint says so. */
function DayField({ label, hint, value, onWrite }: DayProps): ReactNode {
  return (
    <TextInput
      type="date"
      label={label}
      required={hint === undefined}
      {...(hint === undefined ? {} : { description: hint })}
      value={value}
      onChange={({ currentTarget }) => {
        onWrite(currentTarget.value);
      }}
    />
  );
}
