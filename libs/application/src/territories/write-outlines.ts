import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Outline, type Polygon, territoryAt } from '#domain';
import { type HashedOutline, OutlineRepository, ReferenceRepository } from '#persistence';
import { joinOutlines } from './join-outlines.js';

export interface OutlineCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Kecamatan and cities joined anew from the outlines of all their parts. */
  readonly joined: number;
}

export interface WrittenOutlines extends OutlineCounts {
  /** Kecamatan and cities whose parts could not be joined. */
  readonly notJoined: readonly string[];
}

/** What is joined from its parts, the smaller first; provinces and above are too large to be, and come by file. */
const JOINED = [
  { level: 'kecamatan', length: 8 },
  { level: 'city', length: 5 },
] as const;

const hashOf = (polygons: readonly Polygon[]): string =>
  createHash('sha256').update(JSON.stringify(polygons)).digest('hex');

/** Writes outlines, and those of the territories above that have one of each part and none by a file. */
export async function writeOutlines(manager: EntityManager, given: readonly Outline[]): Promise<WrittenOutlines> {
  const repository = new OutlineRepository(manager);
  const standing = await repository.standing(given.map(({ code }) => code));
  const outlines = given.map(({ code, polygons }) => ({ code, polygons, contentHash: hashOf(polygons) }));
  const news = outlines.filter(({ code, contentHash }) => {
    const before = standing.get(code);
    return before === undefined || before.isDerived || before.contentHash !== contentHash;
  });
  await repository.write(news, false);
  const added = news.filter(({ code }) => !standing.has(code)).length;
  const changed = news.length - added;
  const counts = { added, changed, unchanged: outlines.length - news.length };
  return { ...counts, ...(await joinAbove(repository, news)) };
}

async function joinAbove(repository: OutlineRepository, news: readonly Outline[]) {
  let joined = 0;
  const notJoined: string[] = [];
  for (const { level, length } of JOINED) {
    const above = news.filter(({ code }) => code.length > length).map(({ code }) => territoryAt(code, level));
    const { made, failed } = await joinedOf(repository, [...new Set(above)]);
    await repository.write(made, true);
    joined += made.length;
    notJoined.push(...failed);
  }
  return { joined, notJoined };
}

/** Of these territories, those that all parts of the register give an outline to, where it is not the one that stands. */
async function joinedOf(repository: OutlineRepository, codes: readonly string[]) {
  const standing = await repository.standing(codes);
  const parts = await repository.partsOf(codes.filter((code) => standing.get(code)?.isDerived !== false));
  const made: HashedOutline[] = [];
  const failed: string[] = [];
  for (const [code, of] of parts) {
    const known = of.map(({ polygons }) => polygons).filter((polygons) => polygons !== null);
    if (known.length < of.length) continue;
    const polygons = joinOutlines(known);
    if (polygons === undefined) failed.push(code);
    else if (hashOf(polygons) !== standing.get(code)?.contentHash)
      made.push({ code, polygons, contentHash: hashOf(polygons) });
  }
  return { made, failed };
}

/** Outlines that are nowhere yet, of territories that are loaded; what stands stays. Says how many were added. */
export async function addOutlines(manager: EntityManager, given: readonly Outline[]): Promise<number> {
  const repository = new OutlineRepository(manager);
  await repository.lock();
  const codes = given.map(({ code }) => code);
  const known = await new ReferenceRepository(manager).named(codes);
  const standing = await repository.standing(codes);
  const missing = new Set(known.map(({ code }) => code).filter((code) => !standing.has(code)));
  if (missing.size === 0) return 0;
  return (
    await writeOutlines(
      manager,
      given.filter(({ code }) => missing.has(code)),
    )
  ).added;
}
