import {
  isClosedRing,
  isInIndonesia,
  type OutlineEntry,
  type OutlineFinding,
  type Polygon,
  type Position,
  type Ring,
} from './outline.js';
import { isRegionCode } from './territory.js';

/** What is shown of a code that is none: enough to find it. */
const SHOWN = 20;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What one feature of a GeoJSON file says by itself, or the first thing that is wrong with it. */
export function checkOutlineFeature(
  given: unknown,
  feature: number,
): { readonly entry: OutlineEntry } | { readonly finding: OutlineFinding } {
  const refuse = (code: string, details: Readonly<Record<string, string>> = {}) => ({
    finding: { feature, code, details },
  });
  const { properties, geometry } = isObject(given) ? given : {};
  const code = codeOf(properties);
  if (!isRegionCode(code)) return refuse('OUTLINE_CODE', { value: code.slice(0, SHOWN) });
  const polygons = polygonsOf(geometry);
  if (polygons === undefined) return refuse('OUTLINE_NOT_A_POLYGON', { value: code });
  const rings = polygons.flat();
  if (polygons.some((polygon) => polygon.length === 0) || !rings.every(isClosedRing)) {
    return refuse('OUTLINE_RING_OPEN', { value: code });
  }
  const stray = rings.flat().find((position) => !isInIndonesia(position));
  if (stray !== undefined) return refuse('OUTLINE_OUTSIDE', { value: code, position: stray.join(', ') });
  return { entry: { feature, code, polygons } };
}

/** Files of offices call it `code` or `kode`. */
function codeOf(properties: unknown): string {
  const { code, kode } = isObject(properties) ? properties : {};
  const said = code ?? kode;
  return typeof said === 'string' ? said.trim() : '';
}

/** A polygon is one of several polygons; anything else, and anything without a place, is none. */
function polygonsOf(geometry: unknown): readonly Polygon[] | undefined {
  if (!isObject(geometry)) return undefined;
  const { type, coordinates } = geometry;
  if (type === 'Polygon') return allOf([coordinates], polygonOf);
  return type === 'MultiPolygon' ? allOf(coordinates, polygonOf) : undefined;
}

const polygonOf = (value: unknown): Polygon | undefined => allOf(value, ringOf);
const ringOf = (value: unknown): Ring | undefined => allOf(value, positionOf);

/** Heights, which GeoJSON allows, are left out. */
function positionOf(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined;
  const [longitude, latitude] = value as readonly unknown[];
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [Number(longitude), Number(latitude)] : undefined;
}

/** Every item of a list, or nothing where one of them is not what it should be, or there is none. */
function allOf<Item>(value: unknown, read: (item: unknown) => Item | undefined): readonly Item[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const items = value.map(read).filter((item) => item !== undefined);
  return items.length === value.length ? items : undefined;
}

/** What is wrong with outlines among each other: a code that stands twice, and one that no loaded territory has. */
export function checkOutlines(entries: readonly OutlineEntry[], known: ReadonlySet<string>): OutlineFinding[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ feature, code: value }): OutlineFinding[] => {
    const before = first.get(value);
    if (before !== undefined) return [{ feature, code: 'OUTLINE_TWICE', details: { value, first: `${before}` } }];
    first.set(value, feature);
    return known.has(value) ? [] : [{ feature, code: 'OUTLINE_UNKNOWN', details: { value } }];
  });
}
