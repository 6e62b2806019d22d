import { rowOf } from '#persistence';
import type { Told } from '../../support/factories/api-client.js';
import { KECAMATAN } from '../../support/factories/mandates.js';
import { aScene, type Scene } from './scene.js';

export interface SeenMandate {
  readonly id: string;
  readonly state: string;
  readonly moves: string[];
  readonly leftFamilies: number;
}

const officeOf = (username: string): string =>
  `select a.office_id as id from appointment a join officer o on o.id = a.officer_id
    where o.username = '${username}' limit 1`;

/** A scene whose mandate the demo's offices gave and hold, with the requests that specs of mandates send. */
export class MandateScene {
  private constructor(
    readonly scene: Scene,
    readonly root: string,
    readonly camatOffice: string,
    readonly days: { readonly from: string; readonly to: string },
  ) {}

  static async open(): Promise<MandateScene> {
    const scene = await aScene();
    const { manager } = scene.api.database;
    const made = await rowOf<{ root: string; camat: string; from: string; to: string }>(
      manager,
      `update mandate set grantor_office_id = (${officeOf('program')}),
                          grantee_office_id = (${officeOf('dinsos.kepala')})
        where period_id = $1
       returning id as root, (${officeOf('camat.bekasi-barat')}) as camat, programme_today()::text as from,
                 valid_to::text as to`,
      [scene.period.periodId],
    );
    if (made === undefined) throw new Error('the scene has a mandate');
    return new MandateScene(scene, made.root, made.camat, { from: made.from, to: made.to });
  }

  async value(sql: string, parameters: unknown[] = []): Promise<string> {
    return (await rowOf<{ id: string }>(this.scene.api.database.manager, sql, parameters))?.id ?? '';
  }

  /** Ten families for the camat of Bekasi Barat, unless told otherwise. */
  async offer(more: Record<string, unknown> = {}, username = 'dinsos.kepala', key?: string): Promise<Told> {
    const body = {
      kind: 'mandate',
      granteeOfficeId: this.camatOffice,
      territoryCode: KECAMATAN,
      powers: ['verification', 'endorsement'],
      ceilingFamilies: 10,
      ceilingRupiah: '4000000',
      validFrom: this.days.from,
      validTo: this.days.to,
      ...more,
    };
    const person = await this.scene.person(username);
    return person.post(`/mandates/${this.root}/slices`, body, key === undefined ? {} : { key });
  }

  async slice(): Promise<string> {
    return ((await this.offer()).body as { id: string }).id;
  }

  async move(username: string, mandateId: string, event: string): Promise<Told> {
    const person = await this.scene.person(username);
    return person.post(`/mandates/${mandateId}/events`, { event, reason: 'Alasan yang cukup' });
  }

  async list(username: string): Promise<SeenMandate[]> {
    return (await (await this.scene.person(username)).get('/mandates')).body as SeenMandate[];
  }

  /** Clears the way for the next spec: one office holds one live slice of a place. */
  async endSlices(): Promise<void> {
    await this.scene.sql(`update mandate set state = 'revoked' where parent_id is not null and state <> 'revoked'`);
  }
}
