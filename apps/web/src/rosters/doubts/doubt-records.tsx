import { Button, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { Doubt, DoubtRecords as Records } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { PurposeForm } from '../reveal/purpose-form';
import { RevealedPerson } from '../reveal/revealed-person';
import './doubts.css';

/** Both records side by side, for a minute; purpose and time are recorded by the server. */
export function DoubtRecords({ doubt }: { readonly doubt: Doubt }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const [records, setRecords] = useState<Records>();
  const reveal = useMutation({
    mutationFn: (purpose: string) =>
      answer(
        api.POST('/api/v1/doubts/{doubtId}/reveal', { params: { path: { doubtId: doubt.id } }, body: { purpose } }),
      ),
    onSuccess: setRecords,
    // Records in clear must not stay in the memory of the page.
    gcTime: 0,
  });
  const close = (): void => {
    setAsking(false);
    setRecords(undefined);
  };
  if (!may(me, 'person:reveal')) return null;
  if (records !== undefined) return <SideBySide kind={doubt.kind} records={records} onHide={close} />;
  if (isAsking) return <PurposeForm error={reveal.error} onSubmit={reveal.mutate} onCancel={close} />;
  return (
    <div>
      <Button
        variant="default"
        h={44}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('doubt.compare')}
      </Button>
    </div>
  );
}

interface SidesProps {
  readonly kind: Doubt['kind'];
  readonly records: Records;
  readonly onHide: () => void;
}

function SideBySide({ kind, records: { listed, other }, onHide }: SidesProps): ReactNode {
  const { t } = useWords();
  const from = t(kind === 'identity' ? 'doubt.registry' : 'doubt.fromList');
  return (
    <div className="side-by-side">
      <section className="stack" aria-label={t('doubt.listed')}>
        <Title order={4}>{t('doubt.listed')}</Title>
        <RevealedPerson person={listed} onHide={onHide} />
      </section>
      <section className="stack" aria-label={from}>
        <Title order={4}>{from}</Title>
        {other === null ? (
          <p>{t('doubt.noRegistry')}</p>
        ) : (
          <Facts
            facts={[
              [t('person.name'), other.fullName || '–'],
              ...(other.kk === '' ? [] : [['KK', other.kk] as const]),
              [t('doubt.remark'), other.remark || '–'],
            ]}
          />
        )}
      </section>
    </div>
  );
}
