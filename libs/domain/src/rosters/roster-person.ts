import type { IsoDate } from '../calendar/working-days.js';

/** A person as the roster describes them, trimmed; blank where the file is. */
export interface RosterPerson {
  readonly nik: string;
  readonly kk: string;
  readonly fullName: string;
  readonly birthPlace: string;
  /** Undefined where the file holds no day that exists. */
  readonly birthDate: IsoDate | undefined;
  readonly motherName: string;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly accountNumber: string;
}
