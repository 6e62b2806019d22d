import { Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Doubt } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { DoubtForm } from './doubt-form';
import { DoubtList } from './doubt-list';
import { DoubtTable } from './doubt-table';

/** Doubted families of a list that nobody has settled: one officer decides on each, another sees what is decided and confirms it. */
export function DoubtsArtefact(props: ArtefactProps): ReactNode {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="doubted-families">
      <Title order={2} size="h3" id="doubted-families">
        {t('families:doubt.title')}
      </Title>
      <DoubtList rosterId={props.task.subjectId} filter={{ view: 'open' }}>
        {(doubts) => <OpenDoubts {...props} doubts={doubts} />}
      </DoubtList>
    </section>
  );
}

interface OpenProps extends ArtefactProps {
  readonly doubts: readonly Doubt[];
}

function OpenDoubts({ task, isEditable, onUnsaved, doubts }: OpenProps): ReactNode {
  const { t, format } = useWords();
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const mayDecide = isEditable && task.kind === 'doubts.propose';
  const missing = doubts.filter(({ isToDecide, decision }) => isToDecide && decision === null).length;
  const open = doubts.find(({ id }) => id === openId);
  return (
    <>
      {mayDecide && <p>{t('families:doubt.lead')}</p>}
      {mayDecide && open !== undefined && (
        <DoubtForm
          key={open.id}
          task={task}
          doubt={open}
          onUnsaved={onUnsaved}
          onClose={() => {
            setOpenId(undefined);
          }}
        />
      )}
      <p className="small-print" aria-live="polite">
        {missing === 0 ? t('families:doubt.ready') : t('families:doubt.missing', { families: format.count(missing) })}
      </p>
      <DoubtTable doubts={doubts} openId={openId} onOpen={mayDecide ? setOpenId : undefined} />
    </>
  );
}
