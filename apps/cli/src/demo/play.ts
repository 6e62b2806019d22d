import type { IsoDate } from '#domain';
import type { Actors } from './actors.js';
import { allocate, type Quota, type Story } from './allocate.step.js';
import type { ApiClient } from './api-client.js';
import { closePeriod, returnAndReport } from './close.step.js';
import { followUp, moveCalendar, order } from './distribute.step.js';
import { withMadeUpRoster } from './made-up-roster.js';
import type { People } from './people.js';
import { Progress } from './progress.js';
import { openingQuotas, topUp } from './top-up.step.js';
import { mendTrouble } from './trouble.step.js';
import { loadRoster, verify } from './verify.step.js';

export interface Play extends Story {
  readonly api: ApiClient;
  readonly people: People;
  readonly quotas: readonly Quota[];
  /** Which made-up families. */
  readonly seed: number;
}

interface City {
  readonly actors: Actors;
  readonly progress: Progress;
  readonly families: number;
}

/**
 * A whole period, from its quotas to its closure, with every city side by side: each is allocated, pays and reports in its own
 * time, and only the calendar, which is one, waits for the last of them. Throws StoppedBefore with `until`.
 */
export async function playPeriod({ api, people, quotas, seed, ...story }: Play): Promise<readonly Actors[]> {
  const all = await allocate(api, people, openingQuotas(quotas), story);
  await topUp(api, all, quotas);
  console.log('Stages 1 and 2: quota approved by PPK and KPA, mandate accepted, quota topped up');
  const cities = all.map((actors, index): City => {
    const progress = new Progress(all.length === 1 ? '' : `${actors.cityCode} `);
    return { actors, progress, families: quotas[index]?.quotaFamilies ?? 0 };
  });
  const together = <T>(work: (city: City) => Promise<T>): Promise<T[]> => Promise.all(cities.map(work));
  await together((city) => rosterAndVerdicts(city, { seed, channel: story.channel }));
  await whileTroubleIsMended(all, async () => {
    const usage = await together(({ actors, progress }) => step(progress, 'Decree, order, bank', () => order(actors)));
    await calendarTo(api, usage);
    const deadlines = await together(({ actors, progress }) => followUp(actors, progress));
    await calendarTo(api, deadlines);
    await together(({ actors, progress }) => step(progress, 'Return, reports', () => returnAndReport(actors)));
    for (const actors of all.slice(-1)) await closePeriod(actors);
  });
  return all;
}

async function rosterAndVerdicts(
  { actors, progress, families }: City,
  plan: Pick<Play, 'seed' | 'channel'>,
): Promise<void> {
  const { cityCode } = actors;
  await step(progress, `Made-up roster of ${families} families, and its identity match`, () =>
    withMadeUpRoster({ cityCode, families, ...plan }, ({ roster, matches }) => loadRoster(actors, roster, matches)),
  );
  await verify(actors, progress);
}

async function calendarTo(api: ApiClient, days: readonly (IsoDate | undefined)[]): Promise<void> {
  const last = days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (last !== undefined) await moveCalendar({ api }, last);
}

async function step<T>(progress: Progress, label: string, work: () => Promise<T>): Promise<T> {
  progress.start(label, 1);
  const done = await work();
  progress.tick();
  progress.stop();
  return done;
}

async function whileTroubleIsMended(all: readonly Actors[], work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const mended = Promise.all(all.map((actors) => mendTrouble(actors, stop.signal)));
  try {
    // Trouble that can't be mended ends the demo at once instead of leaving it to wait.
    await Promise.race([work(), mended.then(() => new Promise<never>(() => undefined))]);
  } finally {
    stop.abort();
  }
  await mended;
}
