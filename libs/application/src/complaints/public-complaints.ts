import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  classOf,
  DomainError,
  officeAbove,
  plainSecret,
  stageOfComplaint,
  territoryAt,
  WorkingCalendar,
} from '#domain';
import {
  AttemptRepository,
  ComplaintRepository,
  type ComplaintRow,
  ComplaintStoryRepository,
  inTransaction,
  PersonVault,
  ReferenceRepository,
} from '#persistence';
import { PublicDoor } from '../shared/public-door.js';
import type { UploadedFile } from '../shared/uploaded-file.js';
import { openText, sealText, secretOf } from './complaint-content.js';
import { ComplaintDays } from './complaint-days.js';
import type {
  AddedToComplaint,
  ComplaintCities,
  FollowedComplaint,
  HeldComplaint,
  PublicComplaint,
} from './complaints.schemas.js';
import { goOn } from './follow-complaint.js';
import { photoOf } from './photo.js';
import { takeIn } from './take-in.js';
import { tellOffice, tellWorkflow } from './tell-office.js';

/** Guesses at a secret of forty bits: few by one address at one number, so that nobody shuts others out of theirs. */
const guesses = (number: string, address: string) => [
  { key: `complaint-held:${number}@${address}`, most: 10 },
  { key: `complaint-held@${address}`, most: 60 },
  { key: `complaint-held:${number}`, most: 600 },
];
/** How many forms an address sends in an hour. */
const MOST_FORMS = { proven: 20, plain: 2 } as const;
const MOST_ADDITIONS = 10;
const MOST_PHOTOS = 5;
type Followed = z.infer<typeof FollowedComplaint>;

/** What anybody may do without a session: complain, and follow what they hold number and secret of. */
@Injectable()
export class PublicComplaints {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly calendar: WorkingCalendar,
    private readonly door: PublicDoor,
  ) {}

  /** Where one can complain, by name. */
  async cities(): Promise<z.infer<typeof ComplaintCities>> {
    return new ReferenceRepository(this.database.manager).cities();
  }

  /** Throws PUBLIC_TOO_MANY with the seconds to wait, PUBLIC_PROOF, and as `takeIn` does. Sent again, it answers the first. */
  async submit(form: PublicComplaint, address: string) {
    const { proof, cityCode, ...content } = form;
    await this.door.admit('complaint', address, proof, MOST_FORMS);
    const taken = await inTransaction(this.database, (manager) =>
      takeIn(
        manager,
        { vault: this.vault, calendar: this.calendar },
        { ...content, territoryCode: cityCode, channel: 'web' },
      ),
    );
    return { number: taken.number, secret: taken.secret, dueOn: taken.dueOn };
  }

  /** How far it is. Throws COMPLAINT_HELD_UNKNOWN alike for a number that is none and a secret that is another's, PUBLIC_TOO_MANY. */
  async follow(held: HeldComplaint, address: string): Promise<Followed> {
    await this.guess(held.number, address);
    return inTransaction(this.database, async (manager) => this.view(manager, await this.held(manager, held, address)));
  }

  /** More of what happened; what waits for the citizen goes on. Throws as `follow` does, COMPLAINT_STATE. */
  async add(held: AddedToComplaint, address: string): Promise<Followed> {
    await this.guess(held.number, address);
    await this.door.demandRoom(`complaint-added:${held.number}`, MOST_ADDITIONS);
    return inTransaction(this.database, async (manager) => {
      const row = await this.held(manager, held, address);
      if (!mayAdd(row)) throw new DomainError('COMPLAINT_STATE', 'it is closed', { state: row.state });
      const story = new ComplaintStoryRepository(manager);
      await story.note(row.id, { kind: 'added', sealed: sealText(this.vault, held.text) });
      if (row.waitingFor === 'applicant') await goOn(manager, await ComplaintDays.read(manager, this.calendar), row);
      const occasion = `added:${(await story.of(row.id)).length}`;
      await tellOffice(manager, row, row.office, 'added', occasion);
      await tellWorkflow(manager, row.id);
      return this.view(manager, await new ComplaintRepository(manager).held('id', row.id));
    });
  }

  /** Once, until its day; the office above decides. Throws as `follow` does, COMPLAINT_STATE. */
  async appeal(held: AddedToComplaint, address: string): Promise<Followed> {
    await this.guess(held.number, address);
    return inTransaction(this.database, async (manager) => {
      const complaints = new ComplaintRepository(manager);
      const row = await this.held(manager, held, address);
      const days = await ComplaintDays.read(manager, this.calendar);
      if (!mayAppeal(row, days.today)) throw new DomainError('COMPLAINT_STATE', 'no appeal now', { state: row.state });
      const office = row.isRestricted ? 'programme_officer' : officeAbove(row.office);
      const dueOn = days.within(row.territoryCode, `days_${classOf(row.kind)}`);
      await complaints.become(row, 'appealed', { office, due_on: dueOn });
      const sealed = sealText(this.vault, held.text);
      await new ComplaintStoryRepository(manager).note(row.id, {
        kind: 'appealed',
        details: { office, dueOn },
        sealed,
      });
      await tellOffice(manager, row, office, 'appealed', 'appealed');
      await tellWorkflow(manager, row.id);
      return this.view(manager, await complaints.held('id', row.id));
    });
  }

  /** A photo beside it; the same once more is one. Throws as `follow` does, COMPLAINT_PHOTO_LARGE, COMPLAINT_PHOTO, COMPLAINT_PHOTOS. */
  async addPhoto(held: HeldComplaint, file: UploadedFile, address: string): Promise<void> {
    await this.guess(held.number, address);
    const { content, mediaType } = await photoOf(file);
    await inTransaction(this.database, async (manager) => {
      const row = await this.held(manager, held, address);
      if (!mayAdd(row)) throw new DomainError('COMPLAINT_STATE', 'it is closed', { state: row.state });
      const story = new ComplaintStoryRepository(manager);
      const paper = {
        mediaType,
        sha256: file.sha256,
        sizeBytes: file.sizeBytes,
        sealed: this.vault.sealBytes(content),
      };
      if (!(await story.addPaper(row.id, paper, MOST_PHOTOS))) {
        throw new DomainError('COMPLAINT_PHOTOS', 'as many photos as it may have', { most: MOST_PHOTOS });
      }
      await story.note(row.id, { kind: 'photo' });
    });
  }

  private async guess(number: string, address: string): Promise<void> {
    for (const { key, most } of guesses(number, address)) await this.door.demandRoom(key, most);
  }

  private async held(
    manager: EntityManager,
    { number, secret }: HeldComplaint,
    address: string,
  ): Promise<ComplaintRow> {
    const refused = new DomainError('COMPLAINT_HELD_UNKNOWN', 'number and secret do not belong together');
    const row = await new ComplaintRepository(manager).held('number', number).catch(() => {
      throw refused;
    });
    const known = Buffer.from(plainSecret(secretOf(this.vault, row.id)));
    const given = Buffer.from(plainSecret(secret));
    if (known.length !== given.length || !timingSafeEqual(known, given)) throw refused;
    for (const { key } of guesses(number, address)) await new AttemptRepository(manager).release(key);
    return row;
  }

  /** A repeat reads as the complaint that it repeats. */
  private async view(manager: EntityManager, own: ComplaintRow): Promise<Followed> {
    const complaints = new ComplaintRepository(manager);
    const row = own.mergedInto === null ? own : await complaints.answering(own.id);
    const { today } = await ComplaintDays.read(manager, this.calendar);
    const isOut = ['answered', 'appealed', 'final', 'decided'].includes(row.state);
    const [city] = await new ReferenceRepository(manager).named([territoryAt(row.territoryCode, 'city')]);
    return {
      ...{ number: own.number, stage: stageOfComplaint(row.state), receivedAt: own.receivedAt, office: row.office },
      ...{ place: city?.name ?? own.number.slice(0, 5), dueOn: row.dueOn },
      ...{ waitingFor: row.waitingFor, waitingUntil: row.waitingUntil, outcome: isOut ? row.outcome : null },
      answer: isOut ? openText(this.vault, (await complaints.sealed(row.id)).answerSealed) : null,
      ...{ appealUntil: row.appealUntil, mayAdd: mayAdd(own), mayAppeal: mayAppeal(own, today) },
    };
  }
}

const mayAdd = ({ state }: ComplaintRow): boolean => ['received', 'in_work', 'waiting', 'appealed'].includes(state);
const mayAppeal = ({ state, appealUntil }: ComplaintRow, today: string): boolean =>
  state === 'answered' && appealUntil !== null && today <= appealUntil;
