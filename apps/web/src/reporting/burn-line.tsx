import type { ReactNode } from 'react';
import type { Dashboard } from '../api/schemas';
import type { BurnForecast } from './forecast-words';
import { useWords } from '../shared/language/use-words';
import './dashboard.css';

const [WIDTH, HEIGHT, TOP, BOTTOM] = [720, 200, 24, 172];
const [LEFT, RIGHT] = [4, 716];

interface Props {
  readonly unused: Dashboard['unused'];
  readonly today: string;
  readonly deadline: string | undefined;
  /** What is forecast from today on; nothing where there is no forecast. */
  readonly band: BurnForecast['band'];
}

/** Steps down from day to day to today, from there the forecast as a band to the deadline, a line of its own; its tables follow. */
export function BurnLine({ unused, today, deadline, band }: Props): ReactNode {
  const { t, format } = useWords();
  const days = [...unused.map(({ on }) => on), today, ...(deadline === undefined ? [] : [deadline])].map((day) =>
    Date.parse(day),
  );
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const most = Math.max(1, ...unused.map(({ families }) => families));
  const x = (day: string): number => LEFT + ((Date.parse(day) - from) / Math.max(to - from, 1)) * (RIGHT - LEFT);
  const y = (families: number): number => BOTTOM - (families / most) * (BOTTOM - TOP);
  const steps = unused.map(({ on, families }, at) =>
    at === 0 ? `M ${x(on)} ${y(families)}` : `H ${x(on)} V ${y(families)}`,
  );
  const end = x(today);
  const line = (key: 'least' | 'middle' | 'most') => band.map((point) => `${x(point.on)} ${y(point[key])}`);
  const halfway = band[Math.floor(band.length / 2)];
  return (
    <svg className="burn-down" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <line className="burn-axis" x1={LEFT} x2={RIGHT} y1={BOTTOM} y2={BOTTOM} />
      {halfway !== undefined && band.length > 1 && (
        <>
          <path className="burn-band" d={`M ${[...line('most'), ...line('least').toReversed()].join(' L ')} Z`} />
          <path className="burn-middle" d={`M ${line('middle').join(' L ')}`} />
          <text className="burn-label" x={x(halfway.on)} y={TOP - 8} textAnchor="middle">
            {t('reporting:dashboard.forecast.band')}
          </text>
        </>
      )}
      <path className="burn-line" d={`${steps.join(' ')} H ${end}`} />
      <text className="burn-label" x={LEFT} y={TOP - 8}>
        {format.count(most)}
      </text>
      <text className="burn-label" x={LEFT} y={HEIGHT - 8}>
        {format.date(new Date(from).toISOString().slice(0, 10))}
      </text>
      {deadline !== undefined && (
        <>
          <line className="burn-deadline" x1={x(deadline)} x2={x(deadline)} y1={TOP} y2={BOTTOM} />
          <text className="burn-label" x={x(deadline)} y={HEIGHT - 8} textAnchor="end">
            {format.date(deadline)}
          </text>
        </>
      )}
    </svg>
  );
}
