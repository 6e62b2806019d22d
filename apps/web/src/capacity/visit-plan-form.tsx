import { Button, Checkbox, NumberInput, Select, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { VisitPlanQuery, Workload } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { visitPlanQuery } from './planner-queries';
import { VisitPlanAnswer } from './visit-plan-answer';

interface Props {
  readonly periodId: string;
  readonly workload: Workload;
}

/** A field that was emptied asks for nothing. */
type Entered = { readonly [Key in keyof VisitPlanQuery]: VisitPlanQuery[Key] | undefined };

const queryOf = (entered: Entered): VisitPlanQuery =>
  Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined));

const RATES = ['tkskPerDay', 'psmPerDay', 'operatorPerDay', 'companionPerDay'] as const;

/** What is asked of the planner; nothing is changed by it. */
export function VisitPlanForm({ periodId, workload: { places } }: Props): ReactNode {
  const { t } = useWords();
  const [entered, setEntered] = useState<Entered>({ kecamatanCode: places[0]?.kecamatanCode });
  const [query, setQuery] = useState<VisitPlanQuery>();
  const enter = (more: Entered): void => {
    setEntered({ ...entered, ...more });
  };
  return (
    <section className="stack" aria-labelledby="visit-plan">
      <Title order={2} size="h3" id="visit-plan">
        {t('capacity:plan.title')}
      </Title>
      <p>{t('capacity:plan.about')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(queryOf(entered));
        }}
      >
        <Select
          label={t('capacity:plan.where')}
          allowDeselect={false}
          data={places.map((place) => ({ value: place.kecamatanCode, label: place.kecamatan ?? place.kecamatanCode }))}
          value={entered.kecamatanCode ?? null}
          onChange={(chosen) => {
            enter({ kecamatanCode: chosen ?? undefined });
          }}
        />
        <Figure
          label={t('capacity:plan.more')}
          most={20}
          onEnter={(moreTksk) => {
            enter({ moreTksk });
          }}
        />
        <Checkbox
          label={t('capacity:plan.helpers')}
          onChange={({ currentTarget: { checked } }) => {
            enter({ helpers: checked ? 'yes' : 'no' });
          }}
        />
        {RATES.map((rate) => (
          <Figure
            key={rate}
            label={t(`capacity:plan.${rate}`)}
            most={50}
            onEnter={(value) => {
              enter({ [rate]: value });
            }}
          />
        ))}
        <Figure
          label={t('capacity:plan.stipend')}
          most={100_000_000}
          onEnter={(rupiahPerMonth) => {
            enter({ rupiahPerMonth });
          }}
        />
        <Button type="submit">{t('capacity:plan.reckon')}</Button>
      </form>
      {query !== undefined && <Reckoned periodId={periodId} query={query} />}
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly most: number;
  readonly onEnter: (value: number | undefined) => void;
}

function Figure({ label, most, onEnter }: FigureProps): ReactNode {
  return (
    <NumberInput
      label={label}
      min={0}
      max={most}
      onChange={(value) => {
        onEnter(typeof value === 'number' ? value : undefined);
      }}
    />
  );
}

function Reckoned({ periodId, query }: { readonly periodId: string; readonly query: VisitPlanQuery }): ReactNode {
  const answered = useQuery(visitPlanQuery(periodId, query));
  return <Answered query={answered}>{(plan) => <VisitPlanAnswer plan={plan} />}</Answered>;
}
