import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AppointmentRow } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { Notice } from '../../shared/states/notice';
import { DataTable } from '../../shared/table/data-table';
import { ConfirmForm, RefuseForm } from './confirm-forms';
import { EndForm } from './end-form';
import { ExtendForm } from './extend-form';

interface Doing {
  readonly what: 'end' | 'extend' | 'confirm' | 'refuse';
  readonly appointment: AppointmentRow;
}

/** Posts with their days, latest first; the form of the one that is chosen stands above them. */
export function AppointmentList({ appointments }: { readonly appointments: readonly AppointmentRow[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  const [doing, setDoing] = useState<Doing>();
  const [tasksHeld, setTasksHeld] = useState<number>();
  const close = (): void => {
    setDoing(undefined);
  };
  return (
    <div className="stack">
      {tasksHeld !== undefined && (
        <Notice tone={tasksHeld > 0 ? 'soon' : 'done'}>
          {t('organisation:end.held', { tasks: format.count(tasksHeld) })}
        </Notice>
      )}
      {doing?.what === 'end' && (
        <EndForm
          appointment={doing.appointment}
          onClose={close}
          onEnded={(held) => {
            setTasksHeld(held);
            close();
          }}
        />
      )}
      {doing?.what === 'extend' && <ExtendForm appointment={doing.appointment} onClose={close} />}
      {doing?.what === 'confirm' && <ConfirmForm appointment={doing.appointment} onClose={close} />}
      {doing?.what === 'refuse' && <RefuseForm appointment={doing.appointment} onClose={close} />}
      <DataTable
        caption={t('organisation:officer.appointments')}
        rows={appointments}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('organisation:officer.role'),
            isHeader: true,
            cell: ({ role, acting }) =>
              `${acting === null ? '' : `${t(`organisation:acting.${acting}`)} `}${codeWord('common:role', role)}`,
          },
          { name: t('organisation:office.name'), cell: ({ office }) => office },
          {
            name: t('organisation:officer.days'),
            cell: ({ validFrom, validTo }) =>
              `${format.date(validFrom)} – ${validTo === null ? t('organisation:officer.open') : format.date(validTo)}`,
          },
          { name: t('organisation:appoint.letterNumber'), cell: ({ letterNumber }) => letterNumber ?? '–' },
          { name: t('organisation:officer.state'), cell: (held) => <Standing held={held} /> },
          {
            name: t('organisation:officer.do'),
            cell: (appointment) => <Moves appointment={appointment} onDo={setDoing} />,
          },
        ]}
      />
    </div>
  );
}

function Standing({ held }: { readonly held: AppointmentRow }): ReactNode {
  const { t } = useWords();
  if (held.isProposed && !held.isOver) {
    return <StatusTag tone="soon">{t('organisation:officer.proposed')}</StatusTag>;
  }
  if (held.isLive) {
    return (
      <>
        <StatusTag tone="done">{t('organisation:officer.live')}</StatusTag>
        {held.confirmedBy !== null && (
          <p className="small-print">{t('organisation:officer.confirmedBy', { name: held.confirmedBy })}</p>
        )}
      </>
    );
  }
  if (!held.isOver) return <StatusTag tone="soon">{t('organisation:officer.future')}</StatusTag>;
  return (
    <>
      <StatusTag tone="neutral">{t('organisation:officer.over')}</StatusTag>
      {held.endedReason !== null && <p className="small-print">{held.endedReason}</p>}
    </>
  );
}

interface MovesProps {
  readonly appointment: AppointmentRow;
  readonly onDo: (doing: Doing) => void;
}

function Moves({ appointment, onDo }: MovesProps): ReactNode {
  const { t } = useWords();
  const moves = [
    ...(appointment.mayConfirm ? (['confirm', 'refuse'] as const) : []),
    ...(appointment.mayExtend ? (['extend'] as const) : []),
    ...(appointment.mayEnd ? (['end'] as const) : []),
  ];
  if (moves.length === 0) return '–';
  return (
    <div className="row">
      {moves.map((what) => (
        <Button
          key={what}
          variant="default"
          h={44}
          onClick={() => {
            onDo({ what, appointment });
          }}
        >
          {t(`organisation:${what}.open`)}
        </Button>
      ))}
    </div>
  );
}
