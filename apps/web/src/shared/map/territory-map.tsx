import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo } from 'react';
import { MAP_COLOURS } from './map-tokens';
import { type Direction, DIRECTIONS, neighbourOf } from './neighbour';
import { drawPlaces, type PlaceOutline, type Shape } from './projection';
import './territory-map.css';

/** Which colour a place has: one of five classes, too few families for one, or nothing known. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 'few' | 'none';

interface Props {
  /** What the map is called, and the id of the words that say where its table is. */
  readonly label: string;
  readonly describedBy: string;
  readonly outlines: readonly PlaceOutline[];
  readonly shadeOf: (territoryCode: string) => Shade;
  /** A place with its figure, as it is read out; undefined for one that is only drawn. */
  readonly saysOf: (territoryCode: string) => string | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (territoryCode: string) => void;
  readonly hrefOf: (territoryCode: string) => string;
  readonly onOpen: (territoryCode: string) => void;
}

const [WIDTH, MOST_HEIGHT] = [400, 480];
const isArrow = (key: string): key is Direction => (DIRECTIONS as readonly string[]).includes(key);

/**
 * Places as shapes, each a link to its page: one stop of the keyboard, arrows go to the neighbour in their direction.
 * It stands beside a table with the same figures and the same selection, and is never the only way in. Needs no server.
 */
export function TerritoryMap({ label, describedBy, outlines, selected, onSelect, ...of }: Props): ReactNode {
  const id = useId();
  const { width, height, shapes } = useMemo(() => drawPlaces(outlines, WIDTH, MOST_HEIGHT), [outlines]);
  const open = shapes.filter(({ territoryCode }) => of.saysOf(territoryCode) !== undefined);
  const stop = open.find(({ territoryCode }) => territoryCode === selected) ?? open[0];
  const chosen = shapes.find(({ territoryCode }) => territoryCode === selected);
  const move = (event: KeyboardEvent, from: Shape): void => {
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = neighbourOf(open, from, event.key);
    const links = event.currentTarget.parentElement;
    if (next !== undefined) links?.querySelector<SVGElement>(`[data-code="${next.territoryCode}"]`)?.focus();
  };
  return (
    <svg
      className="territory-map"
      style={MAP_COLOURS}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
    >
      <Hatches id={id} />
      {shapes.map((shape) => (
        <Place
          key={shape.territoryCode}
          shape={shape}
          says={of.saysOf(shape.territoryCode)}
          fill={fillOf(of.shadeOf(shape.territoryCode), id)}
          isStop={shape === stop}
          href={of.hrefOf(shape.territoryCode)}
          onOpen={of.onOpen}
          onSelect={onSelect}
          onMove={move}
        />
      ))}
      <path className="map-boundary" d={shapes.map(({ path }) => path).join('')} aria-hidden />
      {chosen !== undefined && <path className="map-chosen" d={chosen.path} aria-hidden />}
    </svg>
  );
}

interface PlaceProps {
  readonly shape: Shape;
  readonly says: string | undefined;
  readonly fill: { readonly className: string; readonly fill?: string };
  readonly isStop: boolean;
  readonly href: string;
  readonly onOpen: (territoryCode: string) => void;
  readonly onSelect: (territoryCode: string) => void;
  readonly onMove: (event: KeyboardEvent, from: Shape) => void;
}

function Place({ shape, says, fill, isStop, href, onOpen, onSelect, onMove }: PlaceProps): ReactNode {
  const { territoryCode, path } = shape;
  if (says === undefined) return <path d={path} {...fill} aria-hidden />;
  const select = (): void => {
    onSelect(territoryCode);
  };
  const open = (event: MouseEvent): void => {
    // Another tab or window is the browser's to open.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(territoryCode);
  };
  return (
    <a
      className="map-place"
      data-code={territoryCode}
      href={href}
      aria-label={says}
      tabIndex={isStop ? 0 : -1}
      onClick={open}
      onFocus={select}
      onPointerEnter={select}
      onKeyDown={(event) => {
        onMove(event, shape);
      }}
    >
      <path d={path} {...fill} />
    </a>
  );
}

const fillOf = (shade: Shade, id: string) =>
  typeof shade === 'number'
    ? { className: `map-shape map-class-${shade}` }
    : { className: 'map-shape', fill: `url(#${id}-${shade})` };

/** Lines one way where nothing is known, both ways where there are too few families. */
function Hatches({ id }: { readonly id: string }): ReactNode {
  const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return (
    <defs aria-hidden>
      <pattern id={`${id}-none`} {...size}>
        <path className="map-hatch" d="M0 0V8" />
      </pattern>
      <pattern id={`${id}-few`} {...size}>
        <path className="map-hatch map-hatch-few" d="M0 0V8M0 0H8" />
      </pattern>
    </defs>
  );
}
