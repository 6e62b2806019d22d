import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addCalendarDays, covers, DomainError, jakartaDate, territoriesWith } from '#domain';
import {
  PersonVault,
  ProgrammeClockRepository,
  SpotCheckRepository,
  type SpotCheckRow,
  SpotCheckSampleRepository,
  type SpotFamilyRow,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { planned } from './plan-spot-check.js';
import type { SpotDraw, SpotResult } from './spot-checks.schemas.js';
import { tellOfDraw } from './tell-of-spot-checks.js';

const DAYS_MOST = 180;

interface Visit {
  readonly check: SpotCheckRow;
  readonly sample: SpotCheckSampleRepository;
  readonly family: SpotFamilyRow;
  readonly today: string;
}

/** Whether somebody may close a check: who drew it, and the head of the office. */
export const mayClose = (actor: SignedIn, { drawnBy, cityCode }: Pick<SpotCheckRow, 'drawnBy' | 'cityCode'>): boolean =>
  drawnBy === actor.officerId || territoriesWith(actor, 'spot-check:close').some((scope) => covers(scope, cityCode));

/** Spot checks: drawing one, noting what visits find, and closing it. */
@Injectable()
export class SpotCheckDesk {
  constructor(
    private readonly vault: PersonVault,
    private readonly commands: Commands,
  ) {}

  /** Throws what `planned` throws, SPOT_CHECK_DAY for a day that is past or too far, SPOT_CHECK_OPEN, SPOT_CHECK_MOVED. */
  async draw(context: CommandContext, draw: SpotDraw): Promise<{ id: string }> {
    return this.commands.run(context, 'spot-check:draw', draw, async (manager) => {
      const today = await new ProgrammeClockRepository(manager).today();
      const to = addCalendarDays(today, DAYS_MOST);
      if (draw.closesOn <= today || draw.closesOn > to) {
        throw new DomainError('SPOT_CHECK_DAY', 'a check closes on a day to come', { to, field: 'closesOn' });
      }
      const { periodId, cityCode, confidence, margin, closesOn } = draw;
      const strata = await planned(manager, context.actor, draw);
      const seed = draw.seed ?? randomBytes(6).toString('hex');
      const drawnBy = context.actor.officerId;
      const check = { periodId, cityCode, confidence, margin, closesOn, strata, seed, drawnBy };
      const id = await new SpotCheckRepository(manager).draw(check);
      await tellOfDraw(manager, { id, strata });
      const sample = strata.reduce((sum, stratum) => sum + stratum.sample, 0);
      await noteBy(manager, context, {
        ...{ action: 'spot-check.drawn', subjectType: 'spot_check', subjectId: id, territoryCode: cityCode },
        details: { seed, sample, confidence, margin },
      });
      return { id };
    });
  }

  /** A later result of the same family corrects the one before. Throws what `visit` throws, and SPOT_CHECK_VISIT_DAY. */
  async note(context: CommandContext, id: string, familyId: string, result: SpotResult): Promise<void> {
    const { visitedOn, note, ...found } = result;
    await this.visit(context, 'noted', { id, familyId, input: result }, async ({ check, sample, today }) => {
      if (visitedOn > today || visitedOn < jakartaDate(check.drawnAt)) {
        const field = 'visitedOn';
        throw new DomainError('SPOT_CHECK_VISIT_DAY', 'not between the draw and today', { today, field });
      }
      const nothing = { receipt: null, usedForFood: null, ownControl: null, fairPrice: null, unreached: null };
      const noteSealed = note === '' ? null : this.vault.sealBytes(Buffer.from(note));
      await sample.note({ ...nothing, ...found, familyId, noteSealed, visitedOn, notedBy: context.actor.officerId });
    });
  }

  /** Throws what `visit` throws, SPOT_CHECK_REACHED where nobody has noted why not, and SPOT_CHECK_NOBODY_LEFT. */
  async replace(context: CommandContext, id: string, familyId: string): Promise<void> {
    await this.visit(context, 'replaced', { id, familyId, input: {} }, async ({ sample, family }) => {
      if (family.unreached === null) throw new DomainError('SPOT_CHECK_REACHED', 'no reason why it was not reached');
      const isReplaced = await sample.replace(id, familyId);
      if (!isReplaced) throw new DomainError('SPOT_CHECK_NOBODY_LEFT', 'nobody left in the stratum');
    });
  }

  /** Throws SPOT_CHECK_UNKNOWN, SPOT_CHECK_CLOSED, SPOT_CHECK_NOT_YOURS. */
  async close(context: CommandContext, id: string): Promise<void> {
    await this.commands.run(context, `spot-check:close:${id}`, {}, async (manager) => {
      const checks = new SpotCheckRepository(manager);
      const check = await checks.hold(territoriesWith(context.actor, 'spot-check:draw'), id);
      if (!mayClose(context.actor, check)) throw new DomainError('SPOT_CHECK_NOT_YOURS', 'who drew it closes it');
      await checks.close(id, context.actor.officerId);
      await noteBy(manager, context, {
        ...{ action: 'spot-check.closed', subjectType: 'spot_check', subjectId: id, territoryCode: check.cityCode },
        details: { sample: check.sample, answered: check.answered },
      });
      return {};
    });
  }

  /** Throws SPOT_CHECK_UNKNOWN, SPOT_CHECK_CLOSED, SPOT_CHECK_FAMILY_UNKNOWN, SPOT_CHECK_REPLACED, SPOT_CHECK_OWN_HOUSEHOLD. */
  private async visit(
    context: CommandContext,
    name: 'noted' | 'replaced',
    { id, familyId, input }: { readonly id: string; readonly familyId: string; readonly input: unknown },
    work: (visit: Visit) => Promise<void>,
  ): Promise<void> {
    const { actor } = context;
    await this.commands.run(context, `spot-check:${name}:${id}:${familyId}`, input, async (manager) => {
      const territories = territoriesWith(actor, 'spot-check:visit');
      const check = await new SpotCheckRepository(manager).hold(territories, id);
      const sample = new SpotCheckSampleRepository(manager);
      const family = await sample.family(territories, id, familyId);
      if (family.isReplaced) throw new DomainError('SPOT_CHECK_REPLACED', 'another family is visited in its place');
      if (await sample.isOwnHousehold(familyId, actor.officerId)) {
        throw new DomainError('SPOT_CHECK_OWN_HOUSEHOLD', 'about the officer’s own household');
      }
      await work({ check, sample, family, today: await new ProgrammeClockRepository(manager).today() });
      await noteBy(manager, context, {
        ...{ action: `spot-check.${name}`, subjectType: 'spot_check', subjectId: id },
        ...{ territoryCode: family.kelurahanCode, details: { stratum: family.stratumCode, position: family.position } },
      });
      return {};
    });
  }
}
