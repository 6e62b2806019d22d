import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Me, SpotDraw } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useMe } from '../auth/session';
import { periodsQuery } from '../periods/period-queries';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { drawSpotCheck, spotPlanQuery, type SpotPlanWanted } from './spot-check-queries';
import { PlanShown } from './plan-shown';

const CONFIDENCES = [90, 95, 99] as const;
const FIELDS = ['margin', 'mostVisits', 'closesOn', 'seed'] as const;
type Written = Readonly<Record<(typeof FIELDS)[number], string>>;

const citiesOf = (me: Me): string[] => [
  ...new Set(
    me.appointments
      .filter(({ role }) => role === 'dinsos_operator' || role === 'dinsos_head')
      .map(({ territoryCode }) => territoryCode),
  ),
];

/** What a sample would be, before it is drawn; the server counts. */
export function DrawForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const cities = citiesOf(useMe());
  const { data: periods = [] } = useQuery(periodsQuery);
  const newest = periods.toSorted((one, other) => other.openedOn.localeCompare(one.openedOn));
  const [chosen, setChosen] = useState<{ periodId?: string; cityCode?: string; confidence: SpotDraw['confidence'] }>({
    confidence: 95,
  });
  const [written, setWritten] = useState<Written>({ margin: '5', mostVisits: '', closesOn: '', seed: '' });
  const [sizes, setSizes] = useState<Readonly<Record<string, number>>>({});
  const command = useCommand(drawSpotCheck);
  const { periodId = newest[0]?.id ?? '', cityCode = cities[0] ?? '', confidence } = chosen;
  const margin = Number(written.margin);
  const wanted: SpotPlanWanted = {
    ...{ periodId, cityCode, confidence, margin },
    ...(written.mostVisits === '' ? {} : { mostVisits: Number(written.mostVisits) }),
  };
  const isWhole = Number.isInteger(margin) && margin >= 1 && margin <= 20;
  const plan = useQuery({ ...spotPlanQuery(wanted), enabled: periodId !== '' && isWhole, retry: false });
  if (periods.length === 0) return <Empty>{t('monitoring:draw.noPeriod')}</Empty>;
  const draw = (): void => {
    const { closesOn, seed } = written;
    const body: SpotDraw = { ...wanted, closesOn, sizes, ...(seed === '' ? {} : { seed }) };
    command.mutate(body, {
      onSuccess: ({ id }) => {
        void navigate({ to: '/spot-checks/$spotCheckId', params: { spotCheckId: id } });
      },
    });
  };
  return (
    <CommandForm
      send={t('monitoring:draw.send')}
      command={command}
      consequence={t('monitoring:draw.consequence')}
      onSubmit={draw}
      onClose={onClose}
    >
      <Choice
        label={t('monitoring:draw.where')}
        offered={cities.map((code) => [code, code])}
        value={cityCode}
        onChoose={(code) => {
          setSizes({});
          setChosen({ ...chosen, cityCode: code });
        }}
      />
      <Choice
        label={t('monitoring:period')}
        offered={newest.map(({ id, months }) => [id, format.months(months)])}
        value={periodId}
        onChoose={(id) => {
          setSizes({});
          setChosen({ ...chosen, periodId: id });
        }}
      />
      <Choice
        label={t('monitoring:draw.confidence')}
        offered={CONFIDENCES.map((one) => [String(one), t('monitoring:draw.confidenceIs', { confidence: one })])}
        value={String(confidence)}
        onChoose={(value) => {
          setChosen({ ...chosen, confidence: CONFIDENCES.find((one) => String(one) === value) ?? confidence });
        }}
      />
      <DrawFields written={written} onWrite={setWritten} />
      {isWhole && (
        <Answered query={plan} rows={2}>
          {(shown) => <PlanShown plan={shown} sizes={sizes} onSize={setSizes} />}
        </Answered>
      )}
    </CommandForm>
  );
}

function DrawFields({ written, onWrite }: { readonly written: Written; readonly onWrite: (one: Written) => void }) {
  const { t } = useWords();
  const fields = {
    margin: { label: t('monitoring:draw.margin'), description: t('monitoring:draw.marginHint'), required: true },
    mostVisits: { label: t('monitoring:draw.mostVisits') },
    closesOn: { label: t('monitoring:draw.closesOn'), required: true, type: 'date' },
    seed: { label: t('monitoring:seed'), description: t('monitoring:seedHint') },
  };
  const patterns = { margin: '[1-9]|1[0-9]|20', mostVisits: '[1-9][0-9]{0,5}', seed: '[A-Za-z0-9\\-]{4,40}' };
  return FIELDS.map((field) => (
    <TextInput
      key={field}
      {...fields[field]}
      {...(field === 'closesOn' ? {} : { pattern: patterns[field] })}
      {...(field === 'margin' || field === 'mostVisits' ? { inputMode: 'numeric' } : {})}
      autoComplete="off"
      value={written[field]}
      onChange={({ currentTarget: { value } }) => {
        onWrite({ ...written, [field]: value.trim() });
      }}
    />
  ));
}
