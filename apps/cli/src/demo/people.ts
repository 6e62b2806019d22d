import { covers, type Role } from '#domain';

interface DemoOfficer {
  readonly username: string;
  readonly role: Role;
  readonly territoryCode: string;
}

/** The sandbox's office holders, by role and place. */
export class People {
  private constructor(private readonly people: readonly DemoOfficer[]) {}

  static async load(url: string): Promise<People> {
    const response = await fetch(`${url}/api/v1/auth/demo-accounts`).catch((error: unknown) => {
      throw new Error(`${url} does not answer; is the system running? npm start starts it`, { cause: error });
    });
    const people = (await response.json()) as DemoOfficer[];
    if (people.length === 0) throw new Error('this system has no demo accounts: the demo runs on a sandbox only');
    return new People(people);
  }

  /** Whoever has a part in a city's period: its own people, and those above it. */
  within(cityCode: string): People {
    return new People(
      this.people.filter(({ territoryCode }) => covers(territoryCode, cityCode) || covers(cityCode, territoryCode)),
    );
  }

  of(role: Role): string[] {
    return this.people.filter((person) => person.role === role).map(({ username }) => username);
  }

  /** The first person of a role inside a territory. Throws when there is none. */
  in(role: Role, territoryCode: string): string {
    const found = this.people.find((person) => person.role === role && covers(territoryCode, person.territoryCode));
    if (found === undefined) throw new Error(`nobody is ${role} in ${territoryCode}`);
    return found.username;
  }

  territoryOf(username: string): string {
    return this.people.find((person) => person.username === username)?.territoryCode ?? '';
  }
}
