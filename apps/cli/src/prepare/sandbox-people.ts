import type { EntityManager } from 'typeorm';
import { openCityOffices } from '#application';
import { hashPassword } from '#auth';
import { OfficerRepository, ProgrammeClockRepository } from '#persistence';
import { DEMO_PASSWORD, SANDBOX } from '../sandbox.js';
import { type DemoOfficer, demoOfficers, NATIONAL_OFFICERS } from './demo-officers.js';

/** Puts a fresh sandbox at its first day, and a made-up officer into every post of these cities that nobody has had. */
export async function prepareSandboxPeople(manager: EntityManager, cities: readonly string[]): Promise<string[]> {
  const officers = new OfficerRepository(manager);
  const said: string[] = [];
  const newcomers: DemoOfficer[] = [];
  if (!(await officers.hasAny())) {
    await new ProgrammeClockRepository(manager).moveTo(SANDBOX.startsOn);
    said.push(`sandbox calendar at ${SANDBOX.startsOn}`);
    newcomers.push(...NATIONAL_OFFICERS);
  }
  const before = (await officers.demo()).filter(({ role }) => role === 'dinsos_head');
  const [firstCity] = [...before.map(({ territoryCode }) => territoryCode), ...cities];
  for (const cityCode of cities) {
    // Opened as those of any city are; what differs in a sandbox is only who sits in them.
    const offices = await openCityOffices(manager, cityCode);
    newcomers.push(...demoOfficers(offices, cityCode, cityCode === firstCity));
  }
  if (newcomers.length === 0) return said;
  // One hash for all: these accounts protect nothing, and argon2id is slow on purpose.
  const account = { passwordHash: await hashPassword(DEMO_PASSWORD), validFrom: '2023-01-01', isDemo: true };
  for (const officer of newcomers) await officers.add({ ...officer, ...account });
  return [...said, `${newcomers.length} demo accounts`];
}
