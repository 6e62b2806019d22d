import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';

interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

interface Props {
  readonly passkeys: readonly Passkey[];
  readonly onRemove: (id: string) => void;
}

/** Each with its name, since when, and when it was used last. */
export function PasskeyTable({ passkeys, onRemove }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('auth:passkey.title')}
      rows={passkeys}
      keyOf={({ id }) => id}
      columns={[
        { name: t('auth:passkey.name'), isHeader: true, cell: ({ name }) => name },
        { name: t('auth:passkey.created'), cell: ({ createdAt }) => format.dateTime(createdAt) },
        {
          name: t('auth:passkey.used'),
          cell: ({ usedAt }) => (usedAt === null ? t('auth:passkey.never') : format.dateTime(usedAt)),
        },
        {
          name: t('auth:passkey.act'),
          cell: ({ id, name }) => (
            <Button
              variant="default"
              h={44}
              aria-label={t('auth:passkey.removeOf', { name })}
              onClick={() => {
                onRemove(id);
              }}
            >
              {t('auth:passkey.remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}
