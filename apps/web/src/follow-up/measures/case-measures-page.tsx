import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { CaseMeasure } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { ActForm } from './measure-acts';
import { measuresQuery } from './measure-queries';
import { MEASURE_TONES, MeasuresTable } from './measures-table';

const STATES = Object.keys(MEASURE_TONES) as CaseMeasure['state'][];

/** Money that cases hold or send back before the deadline: who decided, who approved, until when, and what followed. */
export function CaseMeasuresPage(): ReactNode {
  const { t } = useWords();
  const [state, setState] = useState<CaseMeasure['state']>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(measuresQuery(state));
  return (
    <div className="stack">
      <PageHeading
        title={t('follow-up:measures.title')}
        trail={
          <Link to="/follow-up" className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      <div className="row">
        <Select
          clearable
          aria-label={t('follow-up:measures.state')}
          placeholder={t('follow-up:measures.all')}
          value={state ?? null}
          data={STATES.map((value) => ({ value, label: t(`follow-up:measures.is.${value}`) }))}
          onChange={(value) => {
            setState(STATES.find((known) => known === value));
            setChosen(new Set());
          }}
        />
      </div>
      <ApproveChosen
        chosen={chosen}
        onDone={() => {
          setChosen(new Set());
        }}
      />
      <AnsweredList query={query} empty={<Empty>{t('follow-up:measures.none')}</Empty>}>
        {(measures) => <MeasuresTable measures={measures} chosen={chosen} onChoose={setChosen} />}
      </AnsweredList>
    </div>
  );
}

interface ChosenProps {
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** Many at once: early returns of one order lie on one return order then. */
function ApproveChosen({ chosen, onDone }: ChosenProps): ReactNode {
  const { t, format } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (chosen.size === 0) return null;
  if (isOpen) {
    return (
      <ActForm
        ids={[...chosen]}
        act="approve"
        onClose={() => {
          setOpen(false);
          onDone();
        }}
      />
    );
  }
  return (
    <div className="row">
      <span>{t('follow-up:measures.chosen', { count: chosen.size, number: format.count(chosen.size) })}</span>
      <Button
        h={44}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('follow-up:measures.approveChosen')}
      </Button>
    </div>
  );
}
