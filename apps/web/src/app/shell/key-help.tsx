import { Kbd, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';

const KEYS = [
  ['?', 'help'],
  ['g i', 'inbox'],
  ['g p', 'periods'],
  ['j k', 'move'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['Shift+X', 'range'],
  ['1 2 3', 'verdict'],
  ['u', 'undo'],
  ['Ctrl+Enter', 'decide'],
] as const;

export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <dl className="key-list">
        {KEYS.map(([keys, word]) => (
          <div key={keys}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{t(`keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
