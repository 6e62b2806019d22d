import { aScene, type Scene } from './scene.js';
import type { Told } from '../../support/factories/api-client.js';

/** A running API with what the specs of the register do and look up. */
export class RegisterScene {
  private made = 0;

  private constructor(readonly scene: Scene) {}

  static async open(): Promise<RegisterScene> {
    return new RegisterScene(await aScene());
  }

  readonly officer = (username: string) => this.idOf('select id from officer where username = $1', username);
  readonly office = (name: string) => this.idOf('select id from office where name = $1', name);

  /** The latest of somebody. */
  readonly appointment = (username: string) =>
    this.idOf(
      `select a.id from appointment a join officer o on o.id = a.officer_id where o.username = $1
        order by a.valid_from desc limit 1`,
      username,
    );

  readonly post = async (by: string, path: string, body: unknown): Promise<Told> =>
    (await this.scene.person(by)).post(`/organisation${path}`, body);
  /** Proposes a post that signs, and has the second person confirm it. Returns the appointment. */
  readonly proposed = async (by: string, second: string, officerId: string, wanted: object): Promise<string> => {
    const made = await this.post(by, `/officers/${officerId}/appointments`, wanted);
    expect(made).toMatchObject({ status: 201 });
    const { id } = made.body as { id: string };
    expect(await this.post(second, `/appointments/${id}/confirm`, {})).toMatchObject({ status: 204 });
    return id;
  };

  readonly get = async (by: string, path: string): Promise<Told> =>
    (await this.scene.person(by)).get(`/organisation${path}`);

  /** A new TKSK of Bekasi Barat, entered by the head of Dinas Sosial. */
  readonly aTksk = async (): Promise<{ id: string; username: string }> => {
    this.made += 1;
    const username = `tksk.baru.${this.made}`;
    const notified = await this.post('dinsos.kepala', '/officers', {
      ...{ username, fullName: `Petugas Baru ${this.made}`, officeId: await this.office('Kecamatan Bekasi Barat') },
      ...{ role: 'tksk', validFrom: '2023-03-01' },
    });
    expect(notified).toMatchObject({ status: 201 });
    return { id: (notified.body as { id: string }).id, username };
  };

  readonly idOf = async (sql: string, value: string): Promise<string> =>
    ((await this.scene.sql(sql, [value])) as { id: string }).id;
}
