/** Longitude and latitude in degrees, WGS 84, in the order of GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed line: its last position is its first. */
export type Ring = readonly Position[];
/** One piece of land: its outer ring, then its holes. */
export type Polygon = readonly Ring[];

/** Where a territory lies: one piece of land or several. It is drawn, and decides nothing. */
export interface Outline {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/** An outline with its place in the file, counted from 1. */
export interface OutlineEntry extends Outline {
  readonly feature: number;
}

/** What is wrong with one feature of a file of outlines. */
export interface OutlineFinding {
  readonly feature: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Around Indonesia with its seas, in degrees; a latitude taken for a longitude falls outside. */
const INDONESIA = { west: 94, east: 142, south: -12, north: 7 } as const;

/** Three corners, and the first one again. */
const SHORTEST_RING = 4;

export const isInIndonesia = ([longitude, latitude]: Position): boolean =>
  longitude >= INDONESIA.west &&
  longitude <= INDONESIA.east &&
  latitude >= INDONESIA.south &&
  latitude <= INDONESIA.north;

/** Whether a ring has three corners and ends where it begins. */
export function isClosedRing(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= SHORTEST_RING && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}
