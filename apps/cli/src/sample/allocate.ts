import type { Region } from '#domain';
import { SANDBOX } from '../sandbox.js';
import { Random } from './random.js';

/** Parts `total` by weight so that the parts add up exactly: whole parts first, the rest by largest remainder. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((left, right) => left + right, 0);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) }));
  byRemainder.sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

export interface KelurahanShare {
  readonly kelurahan: Region;
  readonly kecamatan: Region;
  readonly families: number;
}

/** How many of `total` families live in each kelurahan of the city; the same for the same seed. */
export function allocateFamilies(total: number, regions: readonly Region[], seed: number): KelurahanShare[] {
  const random = new Random(seed ^ 0x5eed);
  const kecamatanByCode = new Map(
    regions.filter(({ code }) => code.length === 8).map((region) => [region.code, region]),
  );
  const kelurahan = regions.filter(({ code }) => code.length === 13);
  const siblings = (parent: string) => kelurahan.filter((region) => region.parent === parent).length;
  // Kelurahan of one kecamatan differ by up to a third either way; no published figure goes this deep.
  const weights = kelurahan.map(
    ({ parent }) => ((SANDBOX.weights[parent] ?? siblings(parent)) / siblings(parent)) * (0.67 + random.next() * 0.66),
  );
  const parts = apportion(total, weights);
  return kelurahan.flatMap((region, index) => {
    const kecamatan = kecamatanByCode.get(region.parent);
    return kecamatan ? [{ kelurahan: region, kecamatan, families: parts[index] ?? 0 }] : [];
  });
}
