import { addCalendarDays } from '../../calendar/working-days.js';
import type { ActingPolicy } from '../appointments/acting-rules.js';
import { whyNotAppointed } from '../appointments/appointment-rules.js';
import type { OfficerEntry } from './check-officer-row.js';
import { levelOfKind, type OfficeKind } from '../offices/office-kind.js';
import type { OfficerColumn, OfficerFinding } from './officer-sheet.js';
import type { RegisteredPost } from '../appointments/registrar.js';
import type { AppointmentFacts, AppointmentRefusal } from '../appointments/appointment-facts.js';

export interface KnownOffice {
  readonly id: string;
  readonly kind: OfficeKind;
  readonly territoryCode: string;
}

export interface KnownOfficer {
  readonly id: string;
  readonly fullName: string;
  readonly appointments: readonly (AppointmentFacts & { readonly id: string })[];
}

/** What the register holds already of whatever the list names. */
export interface KnownOrganisation {
  readonly today: string;
  readonly territories: ReadonlySet<string>;
  readonly offices: ReadonlyMap<string, KnownOffice>;
  readonly officers: ReadonlyMap<string, KnownOfficer>;
  /** Who stands in at the offices of the list: see POST_HAS_PLT. */
  readonly acting: readonly AppointmentFacts[];
  readonly policy: ActingPolicy;
}

/** What a line would do. */
export type OfficerChange = 'added' | 'ended' | 'unchanged';

export interface PlannedAppointment extends OfficerEntry {
  readonly change: OfficerChange;
  readonly isNewOfficer: boolean;
  readonly isNewOffice: boolean;
  /** Whose last day a line moves. */
  readonly appointmentId: string | undefined;
}

type WhyNotRegistered = (officerId: string | undefined, post: RegisteredPost) => readonly AppointmentRefusal[];

const COLUMN_OF_FIELD: Readonly<Record<string, OfficerColumn>> = {
  officerId: 'USERNAME',
  officeId: 'KANTOR',
  role: 'PERAN',
  validFrom: 'MULAI',
  validTo: 'SELESAI',
};

/**
 * Judges a list of officers line by line, each against the register and the lines above it, and says what each would
 * do. The same list against a register that holds it already changes nothing.
 */
export class OfficerImport {
  readonly findings: OfficerFinding[] = [];
  readonly planned: PlannedAppointment[] = [];
  private readonly offices = new Map<string, OfficerEntry['office']>();
  private readonly newcomers = new Map<string, OfficerEntry>();
  private readonly seen = new Set<string>();
  private readonly held = new Map<string, AppointmentFacts[]>();
  private readonly actingAt = new Map<string, AppointmentFacts[]>();

  constructor(
    private readonly known: KnownOrganisation,
    private readonly whyNot: WhyNotRegistered = () => [],
  ) {
    for (const one of known.acting) {
      const post = `${one.officeId} ${one.role}`;
      this.actingAt.set(post, [...(this.actingAt.get(post) ?? []), one]);
    }
  }

  /** Lines that end something first, so that what follows it on the next day has its place, wherever it stands. */
  addAll(entries: readonly OfficerEntry[]): void {
    const isKnown = (entry: OfficerEntry) => this.foundFor(entry) !== undefined;
    for (const entry of entries.filter(isKnown)) this.add(entry);
    for (const entry of entries.filter((one) => !isKnown(one))) this.add(entry);
    this.findings.sort((left, right) => left.row - right.row);
    this.planned.sort((left, right) => left.row - right.row);
  }

  private add(entry: OfficerEntry): void {
    const before = this.findings.length;
    this.checkOnce(entry);
    this.checkOffice(entry);
    this.checkOfficer(entry);
    const wanted = this.appointmentOf(entry);
    const officer = this.known.officers.get(entry.username);
    const found = this.foundFor(entry);
    const isSame = found !== undefined && found.validTo === wanted.validTo;
    if (!isSame || entry.kk !== undefined) this.refuse(entry, this.whyNot(officer?.id, wanted));
    if (found === undefined && before === this.findings.length) this.refuse(entry, this.whyNotAppointed(wanted));
    if (found !== undefined && !isSame) this.checkEnd(entry, found, wanted);
    this.remember(wanted, found);
    if (this.findings.length > before) return;
    this.planned.push({
      ...entry,
      change: found === undefined ? 'added' : isSame ? 'unchanged' : 'ended',
      isNewOfficer: officer === undefined,
      isNewOffice: !this.known.offices.has(entry.office.name),
      appointmentId: found?.id,
    });
  }

  private find({ row }: OfficerEntry, column: OfficerColumn, code: string, details: Record<string, string> = {}): void {
    this.findings.push({ row, column, code, details });
  }

  private refuse(entry: OfficerEntry, refusals: readonly AppointmentRefusal[]): void {
    for (const { code, field, details } of refusals) this.find(entry, COLUMN_OF_FIELD[field] ?? 'PERAN', code, details);
  }

  private checkOnce(entry: OfficerEntry): void {
    const key = JSON.stringify([entry.username, entry.office.name, entry.role, entry.validFrom]);
    if (this.seen.has(key)) this.find(entry, 'USERNAME', 'ROW_TWICE');
    this.seen.add(key);
  }

  private checkOffice(entry: OfficerEntry): void {
    const { name, kind, territoryCode } = entry.office;
    const known = this.known.offices.get(name) ?? this.offices.get(name);
    if (!this.known.territories.has(territoryCode) && territoryCode !== 'ID') {
      this.find(entry, 'KODE WILAYAH', 'TERRITORY_UNKNOWN', { value: territoryCode });
    }
    if (known === undefined) this.offices.set(name, entry.office);
    else if (known.kind !== kind) this.find(entry, 'TINGKAT', 'OFFICE_DIFFERS');
    else if (known.territoryCode !== territoryCode) this.find(entry, 'KODE WILAYAH', 'OFFICE_DIFFERS');
  }

  /** A username is one person's: a list that gives it another name would hand their account to somebody else. */
  private checkOfficer(entry: OfficerEntry): void {
    const name = this.known.officers.get(entry.username)?.fullName ?? this.newcomers.get(entry.username)?.fullName;
    if (name !== undefined && name !== entry.fullName) this.find(entry, 'NAMA', 'OFFICER_NAME_DIFFERS');
    if (name === undefined) this.newcomers.set(entry.username, entry);
  }

  /** A list brings the last day forward; what is over stays over, and a longer term is a new appointment. */
  private checkEnd(entry: OfficerEntry, found: AppointmentFacts, wanted: AppointmentFacts): void {
    const isOver = found.validTo !== undefined && found.validTo < this.known.today;
    const isLonger = wanted.validTo === undefined || (found.validTo !== undefined && wanted.validTo > found.validTo);
    if (isOver || isLonger) this.find(entry, 'SELESAI', 'APPOINTMENT_NOT_LENGTHENED');
    else if (addCalendarDays(wanted.validTo ?? '', 1) < this.known.today) this.find(entry, 'SELESAI', 'END_IN_PAST');
  }

  private whyNotAppointed(wanted: AppointmentFacts): readonly AppointmentRefusal[] {
    const ofPost = this.actingAt.get(`${wanted.officeId} ${wanted.role}`) ?? [];
    return whyNotAppointed(wanted, { ofOfficer: this.heldBy(wanted.officerId), ofPost, leaves: [] }, this.known.policy);
  }

  private heldBy(username: string): AppointmentFacts[] {
    const held = this.held.get(username) ?? [...(this.known.officers.get(username)?.appointments ?? [])];
    this.held.set(username, held);
    return held;
  }

  private remember(wanted: AppointmentFacts, found: AppointmentFacts | undefined): void {
    const others = this.heldBy(wanted.officerId).filter((held) => held !== found);
    this.held.set(wanted.officerId, [...others, wanted]);
  }

  /** The appointment that a line is about: the same post from the same day on, if it ever held. */
  private foundFor(entry: OfficerEntry): KnownOfficer['appointments'][number] | undefined {
    const { officeId, role, validFrom } = this.appointmentOf(entry);
    return this.known.officers
      .get(entry.username)
      ?.appointments.find(
        (held) =>
          held.acting === undefined && held.officeId === officeId && held.role === role && held.validFrom === validFrom,
      );
  }

  /** Offices and people that do not exist yet are told apart by their names. */
  private appointmentOf({ username, office, role, validFrom, validTo }: OfficerEntry): AppointmentFacts {
    const { name: officeName, kind, territoryCode } = office;
    const officeId = this.known.offices.get(officeName)?.id ?? officeName;
    const level = levelOfKind(kind);
    return { officerId: username, officeId, officeName, kind, level, territoryCode, role, validFrom, validTo };
  }
}
