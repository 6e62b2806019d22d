import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  askedAt,
  type AskedOffice,
  DomainError,
  nikAgreesWithBirthDate,
  ownStage,
  readNik,
  territoryAt,
} from '#domain';
import { AuditRepository, OwnAidRepository, type OwnAidRow, PersonVault, ReferenceRepository } from '#persistence';
import { PublicDoor } from '../shared/public-door.js';
import type { OwnAid, OwnAidQuestion } from './own-aid.schemas.js';

/** Questions in an hour: by address, and about one number from wherever. */
const MOST = { proven: 30, plain: 3 } as const;
const MOST_OF_ONE = 10;
const MOST_PERIODS = 6;
const NOTHING: OwnAid = { periods: [] };

const LEVEL_OF = {
  kelurahan: 'kelurahan',
  tksk: 'kecamatan',
  dinsos: 'city',
} as const satisfies Record<AskedOffice, string>;

/** A family asks how far its own aid is: by the number and the birth date of its head, without a session. */
@Injectable()
export class CheckOwnAid {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly door: PublicDoor,
  ) {}

  /**
   * Stage, months, channel and whom to ask, the newest period first; nothing for who is not listed and for a wrong date alike.
   * Each question that finds somebody is in the trail. Throws OWN_AID_NIK, PUBLIC_TOO_MANY, PUBLIC_PROOF.
   */
  async check({ nik, birthDate, proof }: OwnAidQuestion, address: string, requestId: string): Promise<OwnAid> {
    await this.door.admit('own-aid', address, proof, MOST);
    const digits = nik.replace(/[\s.-]/g, '');
    if (!readNik(digits).ok) throw new DomainError('OWN_AID_NIK', 'no NIK', { field: 'nik' });
    const nikHash = this.vault.indexOf(digits);
    await this.door.demandRoom(`own-aid-of:${nikHash.toString('hex')}`, MOST_OF_ONE);
    const { manager } = this.database;
    const aid = new OwnAidRepository(manager);
    const family = await aid.find(nikHash);
    if (family === undefined || !this.isBornOn(family.sealed, digits, birthDate)) return NOTHING;
    const rows = await aid.aid(family.familyId, MOST_PERIODS);
    await new AuditRepository(manager).note({
      ...{ action: 'family.checked-by-citizen', subjectType: 'family', subjectId: family.familyId, requestId },
      ...{ territoryCode: rows[0]?.territoryCode },
    });
    const names = await this.namesOf(rows);
    return { periods: rows.map((row) => shown(row, names)) };
  }

  /** As the list has it; where the list has no date that is one, as the number has it. */
  private isBornOn(sealed: Buffer, nik: string, birthDate: string): boolean {
    const known = this.vault.open(sealed).birthDate;
    if (known !== undefined) return known === birthDate;
    const reading = readNik(nik);
    return reading.ok && nikAgreesWithBirthDate(reading.parts, birthDate);
  }

  private async namesOf(rows: readonly OwnAidRow[]): Promise<ReadonlyMap<string, string>> {
    const places = await new ReferenceRepository(this.database.manager).named(rows.map(placeOf));
    return new Map(places.map(({ code, name }) => [code, name]));
  }
}

const stageOf = ({ payment, isDecreed }: OwnAidRow) => ownStage(payment, isDecreed);
const placeOf = (row: OwnAidRow): string => territoryAt(row.territoryCode, LEVEL_OF[askedAt(stageOf(row))]);

function shown(row: OwnAidRow, names: ReadonlyMap<string, string>): OwnAid['periods'][number] {
  const { months, channel, serviceName, creditedOn } = row;
  const stage = stageOf(row);
  const place = placeOf(row);
  return {
    ...{ months: [...months], stage, channel, serviceName, creditedOn: stage === 'failed' ? null : creditedOn },
    ...{ askOffice: askedAt(stage), askPlace: names.get(place) ?? place },
  };
}
