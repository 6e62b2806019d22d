import type { ReactNode } from 'react';
import type { CardDetails } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { OpenedForm } from '../../shared/look/opened-form';
import { announce } from '../../shared/states/live-region';
import { confirmReason } from './card-queries';
import { SayForm } from './say-form';

/** What the reader may do with a card now; nothing that would be refused is offered. */
export function CardActs({ card }: { readonly card: CardDetails }): ReactNode {
  const { t } = useWords();
  const { maySay, mayConfirm } = card;
  return (
    <>
      {mayConfirm !== null && (
        <OpenedForm name={t('distribution:act.confirm')} variant="filled">
          {(close) => <ConfirmForm card={card} wordId={mayConfirm} onClose={close} />}
        </OpenedForm>
      )}
      {maySay.length > 0 && (
        <OpenedForm name={t('distribution:act.say')} variant="filled">
          {(close) => <SayForm card={card} onClose={close} />}
        </OpenedForm>
      )}
    </>
  );
}

interface ConfirmProps {
  readonly card: CardDetails;
  readonly wordId: string;
  readonly onClose: () => void;
}

function ConfirmForm({ card: { id, reason }, wordId, onClose }: ConfirmProps): ReactNode {
  const { t } = useWords();
  const command = useCommand(confirmReason(id));
  return (
    <CommandForm
      send={t('distribution:act.confirm')}
      command={command}
      consequence={t('distribution:act.confirmConsequence')}
      onSubmit={() => {
        command.mutate(wordId, {
          onSuccess: () => {
            announce(t('distribution:act.done'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      {reason !== '' && <p>{t(`distribution:reasonIs.${reason}`)}</p>}
    </CommandForm>
  );
}
