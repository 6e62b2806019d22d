import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { Doubt, DoubtRecords as Records } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { PurposeForm } from '../reveal/purpose-form';
import { useMinute } from '../reveal/use-minute';

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
        {t('families:doubt.compare')}
      </Button>
    </div>
  );
}

interface SidesProps {
  readonly kind: Doubt['kind'];
  readonly records: Records;
  readonly onHide: () => void;
}

interface Line {
  readonly name: string;
  readonly listed: string;
  readonly other: string;
}

/** What both say of a field in one line, and what differs in bold. */
function SideBySide({ kind, records: { listed, other }, onHide }: SidesProps): ReactNode {
  const { t, format } = useWords();
  const secondsLeft = useMinute(onHide);
  const lines: readonly Line[] = [
    { name: t('person.name'), listed: listed.fullName, other: other?.fullName ?? '' },
    { name: 'KK', listed: listed.kk, other: other?.kk ?? '' },
    { name: 'NIK', listed: listed.nik, other: '' },
    {
      name: t('person.birth'),
      listed: [listed.birthPlace, listed.birthDate === undefined ? '' : format.date(listed.birthDate)].join(', '),
      other: '',
    },
    { name: t('person.address'), listed: `${listed.address}, RT ${listed.rt}/RW ${listed.rw}`, other: '' },
    { name: t('families:doubt.remark'), listed: '', other: other?.remark ?? '' },
  ];
  return (
    <>
      {other === null && <p>{t('families:doubt.noRegistry')}</p>}
      <DataTable
        caption={t('families:doubt.compare')}
        rows={lines}
        keyOf={({ name }) => name}
        columns={[
          { name: t('families:doubt.part'), isHeader: true, cell: ({ name }) => name },
          { name: t('families:doubt.listed'), cell: (line) => <Side line={line} side="listed" /> },
          {
            name: t(kind === 'identity' ? 'families:doubt.registry' : 'families:doubt.fromList'),
            cell: (line) => <Side line={line} side="other" />,
          },
        ]}
      />
      <div className="row">
        <span className="small-print">{t('reveal.left', { seconds: secondsLeft })}</span>
        <Button variant="default" onClick={onHide}>
          {t('reveal.hide')}
        </Button>
      </div>
    </>
  );
}

function Side({ line, side }: { readonly line: Line; readonly side: 'listed' | 'other' }): ReactNode {
  const text = line[side];
  if (text === '') return '–';
  const isOther = line.listed !== '' && line.other !== '' && line.listed !== line.other;
  return isOther ? <strong>{text}</strong> : text;
}
