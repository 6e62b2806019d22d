import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { type Allotted, PARTS } from './money-parts';
import './money-bar.css';

/** Of a thousand: below it a label has no room, and the table beside the bar names the part. */
const LABELLED = 120;

/** What was allocated and what has become of it, as one bar whose parts always add up; its table follows. */
export function MoneyBar({ statement }: { readonly statement: Allotted }): ReactNode {
  const { t, format } = useWords();
  const shown = PARTS.filter((part) => statement[part].amountRupiah !== '0');
  if (shown.length === 0) return null;
  return (
    <div className="money-bar" aria-hidden>
      {shown.map((part) => (
        <div key={part} className="money-segment" style={{ flexGrow: share(statement, part) }}>
          <div className={`money-fill money-fill-${part}`} />
          {share(statement, part) >= LABELLED && (
            <span className="money-label">
              {t(`money.part.${part}`)}
              <br />
              {format.shortRupiah(statement[part].amountRupiah)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Of a thousand; only for drawing, never for counting. */
function share(statement: Allotted, part: (typeof PARTS)[number]): number {
  const whole = BigInt(statement.allocated.amountRupiah);
  return whole === 0n ? 0 : Number((BigInt(statement[part].amountRupiah) * 1000n) / whole);
}
