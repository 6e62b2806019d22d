import type { DataSource } from 'typeorm';
import { type Config, ConfigError } from '#config';
import { OfficerRepository, ProgrammeClockRepository } from '#persistence';

/**
 * A database that was a sandbox once never serves a programme: its people have a published password, and its days are
 * not the real ones. Every process asks before it serves or works; a sandbox itself may go on.
 */
export async function refuseSandboxRemains(
  { manager }: DataSource,
  { sandbox }: Pick<Config, 'sandbox'>,
): Promise<void> {
  if (sandbox) return;
  const lines = [
    ...((await new OfficerRepository(manager).hasDemo())
      ? ['AMANAH_SANDBOX is 0, but this database has demo accounts with a published password. Begin with an empty one.']
      : []),
    ...((await new ProgrammeClockRepository(manager).offsetMs()) === 0
      ? []
      : ['AMANAH_SANDBOX is 0, but the calendar of this database was moved. Begin with an empty one.']),
  ];
  if (lines.length > 0) throw new ConfigError(['AMANAH_SANDBOX'], lines);
}
