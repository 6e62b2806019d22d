import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Dashboard, DashboardPart } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { MapLegend } from '../../shared/map/map-legend';
import { type Shade, TerritoryMap } from '../../shared/map/territory-map';
import type { PartSort } from '../dashboard-order';
import { CLASSES, FEWEST_FAMILIES, type MapMeasure, measureOf, shadeOf } from './measure';
import { outlinesQuery } from './outlines-query';

/** One shape compares nothing. */
const FEWEST_SHAPES = 2;

interface Props {
  readonly dashboard: Dashboard;
  readonly periodId: string;
  readonly sort: PartSort;
  readonly selected: string | undefined;
  readonly onSelect: (territoryCode: string) => void;
}

/** The parts of a territory as a map, beside the table of the same figures; one line where their outlines are not known. */
export function PartsMap({ dashboard, periodId, sort, selected, onSelect }: Props): ReactNode {
  const { t } = useWords();
  const router = useRouter();
  const navigate = useNavigate();
  const { data, isError } = useQuery(outlinesQuery(dashboard.territoryCode));
  const measure = measureOf(sort);
  const saysOf = useFigures(dashboard.parts, measure);
  if (isError) return <p className="small-print map-line">{t('reporting:dashboard.map.failed')}</p>;
  if (data === undefined) return <div className="map-waiting" aria-hidden />;
  const parts = new Map(dashboard.parts.map((part) => [part.territoryCode, part]));
  if (data.parts.length < FEWEST_SHAPES) {
    return <p className="small-print map-line">{t('reporting:dashboard.map.none')}</p>;
  }
  const pageOf = (territory: string) =>
    ({ to: '/periods/$periodId/dashboard', params: { periodId }, search: { territory, sort } }) as const;
  const undrawn = dashboard.parts.filter((part) => data.parts.every((one) => one.territoryCode !== part.territoryCode));
  const chosen = selected === undefined ? undefined : saysOf(selected);
  return (
    <div className="parts-map">
      <TerritoryMap
        label={t('reporting:dashboard.map.label', { name: dashboard.name })}
        describedBy="map-about"
        outlines={data.parts}
        shadeOf={(code) => shadeOf(measure, parts.get(code))}
        saysOf={saysOf}
        selected={selected}
        onSelect={onSelect}
        hrefOf={(code) => router.buildLocation(pageOf(code)).href}
        onOpen={(code) => {
          void navigate(pageOf(code));
        }}
      />
      <p className="map-says" aria-hidden>
        {chosen ?? t('reporting:dashboard.map.choose')}
      </p>
      <Legend
        measure={measure}
        shades={data.parts.map(({ territoryCode }) => shadeOf(measure, parts.get(territoryCode)))}
      />
      <p id="map-about" className="small-print">
        {t('reporting:dashboard.map.about')}
        {undrawn.length > 0 &&
          ` ${t('reporting:dashboard.map.undrawn', { places: undrawn.map(({ name }) => name).join(', ') })}`}
      </p>
    </div>
  );
}

/** A part with its figure in words, as its row of the table has it; nothing for what is no part of this period. */
function useFigures(all: readonly DashboardPart[], measure: MapMeasure) {
  const { t, format } = useWords();
  const parts = new Map(all.map((part) => [part.territoryCode, part]));
  return (code: string): string | undefined => {
    const part = parts.get(code);
    if (part === undefined) return undefined;
    const value = measure.valueOf(part);
    if (value === undefined) return `${part.name}: ${t('reporting:dashboard.map.noData')}`;
    const figure = measure.isShare ? format.percent(value, 1) : format.count(value);
    const families = format.count(measure.familiesOf(part));
    return t(`reporting:dashboard.map.says.${measure.name}`, { place: part.name, figure, families });
  };
}

function Legend({ measure, shades }: { readonly measure: MapMeasure; readonly shades: readonly Shade[] }): ReactNode {
  const { t, format } = useWords();
  const counted = (shade: Shade): string => format.count(shades.filter((one) => one === shade).length);
  const bound = (value: number): string =>
    measure.isShare ? t('reporting:dashboard.map.percent', { value: format.count(value * 100) }) : format.count(value);
  const words = (at: number): string => {
    const [from, to] = [measure.bounds[at - 1], measure.bounds[at]];
    if (from === undefined) return t('reporting:dashboard.map.below', { to: bound(to ?? 0) });
    if (to === undefined) return t('reporting:dashboard.map.from', { from: bound(from) });
    return t('reporting:dashboard.map.between', { from: bound(from), to: bound(to) });
  };
  const hatched = [
    ['few', t('reporting:dashboard.map.few', { families: FEWEST_FAMILIES })],
    ['none', t('reporting:dashboard.map.noData')],
  ] as const;
  const lines = [
    ...CLASSES.map((at) => [at, words(at)] as const),
    ...hatched.filter(([shade]) => shades.includes(shade)),
  ];
  return (
    <>
      <p className="map-measure">{t(`reporting:dashboard.map.measure.${measure.name}`)}</p>
      <MapLegend
        label={t('reporting:dashboard.map.legend')}
        lines={lines.map(([shade, text]) => ({
          shade,
          text: t('reporting:dashboard.map.places', { range: text, places: counted(shade) }),
        }))}
      />
    </>
  );
}
