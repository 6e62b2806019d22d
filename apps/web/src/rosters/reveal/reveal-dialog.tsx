import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Reveal } from './reveal';

interface Props {
  readonly rowId: string;
  readonly name: string;
}

/** Opens one masked record from a list; closing it masks the record again. */
export function RevealDialog({ rowId, name }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  if (!may(me, 'person:reveal')) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('reveal.openOf', { name })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('reveal.open')}
      </Button>
      {isOpen && (
        <Modal
          opened
          size="lg"
          onClose={close}
          title={t('reveal.openOf', { name })}
          closeButtonProps={{ 'aria-label': t('shell.close') }}
        >
          <Reveal rowId={rowId} onClose={close} />
        </Modal>
      )}
    </>
  );
}
