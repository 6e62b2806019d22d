/** Longitude and latitude in degrees. */
type Position = readonly number[];

export interface PlaceOutline {
  readonly territoryCode: string;
  readonly name: string;
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

/** A place as it is drawn. */
export interface Shape {
  readonly territoryCode: string;
  readonly name: string;
  readonly path: string;
  /** The middle of its largest piece of land: from here its neighbours are looked for. */
  readonly centre: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** So much is left free on each side, for the line of what is selected. */
const MARGIN = 4;
const TENTHS = 10;

/** Mercator keeps angles; within a city its scale is the same everywhere. Up is less, as on a screen. */
const mercator = ([longitude = 0, latitude = 0]: Position): Point => ({
  x: (longitude * Math.PI) / 180,
  y: -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
});

/** Places fitted into so much width, and no more height; each in its true shape and place beside the others. */
export function drawPlaces(places: readonly PlaceOutline[], width: number, mostHeight: number): Drawing {
  const points = places.flatMap(({ polygons }) => polygons.flat(2).map(mercator));
  const [left, right] = rangeOf(points, ({ x }) => x);
  const [top, bottom] = rangeOf(points, ({ y }) => y);
  const [across, down] = [width - 2 * MARGIN, mostHeight - 2 * MARGIN];
  const scale = Math.min(across / (right - left), down / (bottom - top));
  const indent = (width - (right - left) * scale) / 2;
  const onScreen = (position: Position): Point => {
    const { x, y } = mercator(position);
    return { x: round((x - left) * scale + indent), y: round((y - top) * scale + MARGIN) };
  };
  const shapes = places.map(({ territoryCode, name, polygons }) => {
    const drawn = polygons.map((rings) => rings.map((ring) => ring.map(onScreen)));
    return { territoryCode, name, path: drawn.flat().map(pathOf).join(''), centre: centreOf(drawn) };
  });
  return { width, height: Math.ceil((bottom - top) * scale + 2 * MARGIN), shapes };
}

const round = (value: number): number => Math.round(value * TENTHS) / TENTHS;

/** A loop, because a city has more points than a call has arguments. */
function rangeOf(points: readonly Point[], of: (point: Point) => number): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const point of points) {
    least = Math.min(least, of(point));
    most = Math.max(most, of(point));
  }
  return [least, most];
}

const pathOf = (ring: readonly Point[]): string => `M${ring.map(({ x, y }) => `${x},${y}`).join('L')}Z`;

function centreOf(polygons: readonly (readonly (readonly Point[])[])[]): Point {
  const outer = polygons.map(([ring = []]) => ring);
  const boxes = outer.map((ring) => ({ across: rangeOf(ring, ({ x }) => x), down: rangeOf(ring, ({ y }) => y) }));
  const sizeOf = ({ across, down }: (typeof boxes)[number]): number => (across[1] - across[0]) * (down[1] - down[0]);
  const [largest] = boxes.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  if (largest === undefined) return { x: 0, y: 0 };
  return { x: (largest.across[0] + largest.across[1]) / 2, y: (largest.down[0] + largest.down[1]) / 2 };
}
