import { type Actors, each } from './actors.js';
import type { People } from './people.js';

/** Untouched money goes back, each tier reports, and the KPA closes the period. */
export async function returnAndClose(actors: Actors, people: People): Promise<void> {
  const { statement } = await actors.board();
  if (statement.held.families > 0) {
    await actors.act('ppk', 'return.instruct', { outcome: 'approved' });
    await actors.act('bendahara', 'return.confirm', { outcome: 'approved' });
  }
  await each(people.of('tksk'), (username) => actors.act(username, 'report.kecamatan', { outcome: 'submitted' }));
  await actors.act('dinsos.operator', 'report.city', { outcome: 'submitted' });
  await actors.act('program', 'report.accept', { outcome: 'approved' });
  await actors.act('kpa', 'period.close', { outcome: 'approved' });
}
