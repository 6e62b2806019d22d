import type { ReactNode } from 'react';
import { MAP_COLOURS } from './map-tokens';
import type { Shade } from './territory-map';
import './territory-map.css';

interface Props {
  readonly label: string;
  /** What each colour means, with the number of places that have it. */
  readonly lines: readonly { readonly shade: Shade; readonly text: string }[];
}

/** What the colours of a map mean, in words beside each. */
export function MapLegend({ label, lines }: Props): ReactNode {
  return (
    <ul className="map-legend" style={MAP_COLOURS} aria-label={label}>
      {lines.map(({ shade, text }) => (
        <li key={shade}>
          <span className={`map-swatch map-swatch-${shade}`} aria-hidden /> {text}
        </li>
      ))}
    </ul>
  );
}
