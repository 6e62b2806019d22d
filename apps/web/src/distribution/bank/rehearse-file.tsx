import { Button, FileButton, Title } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { postFile } from '../../api/post-file';
import type { BankFileEffects, PaymentOrder } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { FileEffects } from './file-effects';

/** A bank file tried out on the order: what it would do, before the bank sends it. Nothing is kept. */
export function RehearseFile({ order }: { readonly order: PaymentOrder }): ReactNode {
  const { t } = useWords();
  const rehearsal = useMutation({
    mutationFn: (file: File) => postFile<BankFileEffects>(`/api/v1/orders/${order.id}/rehearsals`, file),
  });
  return (
    <section className="stack" aria-labelledby="rehearse-file">
      <Title order={2} size="h3" id="rehearse-file">
        {t('money:rehearsal.title')}
      </Title>
      <p className="small-print">{t('money:rehearsal.hint')}</p>
      <div>
        <FileButton
          accept=".xml,.csv"
          inputProps={{ 'aria-label': t('money:rehearsal.choose') }}
          onChange={(file) => {
            if (file !== null && !rehearsal.isPending) rehearsal.mutate(file);
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              h={44}
              loading={rehearsal.isPending}
              leftSection={<IconFileSearch size={20} stroke={1.75} aria-hidden />}
            >
              {t('money:rehearsal.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {rehearsal.error !== null && <ProblemNotice error={rehearsal.error} />}
      {rehearsal.data !== undefined && <FileEffects effects={rehearsal.data} />}
    </section>
  );
}
