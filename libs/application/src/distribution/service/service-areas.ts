import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { demandAnothers, demandOwn, demandProof, demandServiceArea, demandWaiting, DomainError, NATION } from '#domain';
import {
  NotificationRepository,
  PolicyRepository,
  ProgrammeClockRepository,
  ReferenceRepository,
  ServiceAreaRepository,
  type ServiceAreaRow,
} from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import { demandProgramme } from '../../programmes/demand-programme.js';
import { CONFIG } from '../../shared/config.js';
import type { CommandContext, SignedIn } from '../../shared/command-context.js';
import { Commands } from '../../shared/commands.js';
import { seenBy } from '../../shared/proposals.js';
import type { BankSettings } from '../bank/bank-settings.js';
import type { NewServiceArea, ServiceAreaRefusal, ServiceAreas } from './service-areas.schemas.js';

/** Which bank or post office pays which territory: proposed by one person from the agreement, in force when the KPA, another, confirms it. */
@Injectable()
export class ServiceAreaService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    @Inject(CONFIG) private readonly settings: Pick<BankSettings, 'mailboxes'>,
  ) {}

  async list(actor: SignedIn): Promise<z.infer<typeof ServiceAreas>> {
    const { manager } = this.database;
    const areas = await new ServiceAreaRepository(manager).list();
    return {
      programmes: await new PolicyRepository(manager).programmes(),
      mailboxes: this.#mailboxes(),
      today: await new ProgrammeClockRepository(manager).today(),
      areas: areas.map((area) => seenBy(actor, area)),
    };
  }

  /**
   * The KPA's office is told. Throws PROGRAMME_UNKNOWN, TERRITORY_UNKNOWN, SERVICE_AREA_TERRITORY, SERVICE_AREA_DATE, MAILBOX_UNKNOWN,
   * SERVICE_AREA_PROPOSED while another proposal for the territory and channel waits.
   */
  async propose(context: CommandContext, command: NewServiceArea): Promise<{ id: string }> {
    return this.commands.run(context, 'service-area:propose', command, async (manager) => {
      const { programme, ...area } = command;
      await demandProgramme(manager, programme);
      const isKnown =
        area.territoryCode === NATION || (await new ReferenceRepository(manager).exists(area.territoryCode));
      if (!isKnown) {
        throw new DomainError('TERRITORY_UNKNOWN', 'no such territory', {
          ...{ value: area.territoryCode, field: 'territoryCode' },
        });
      }
      await this.#demandFits(manager, area);
      const areas = new ServiceAreaRepository(manager);
      const id = await areas.propose(programme, area, context.actor.officerId);
      if (id === undefined) throw new DomainError('SERVICE_AREA_PROPOSED', 'a proposal for the territory waits');
      await note(manager, context, 'service-area.proposed', await areas.find(id));
      const key = `service-area.proposed:${id}`;
      const message = { kind: 'service-area.proposed', key, details: { programme } } as const;
      await new NotificationRepository(manager).tellOffice('kpa', NATION, message);
      return { id };
    });
  }

  /**
   * Orders made from its day on are for this bank; those that are made already stay with theirs. Throws SERVICE_AREA_UNKNOWN,
   * SERVICE_AREA_DECIDED, SERVICE_AREA_OWN, and SERVICE_AREA_DATE where its day has passed while it waited.
   */
  async confirm(context: CommandContext, areaId: string): Promise<{ id: string }> {
    return this.commands.run(context, `service-area:confirm:${areaId}`, {}, async (manager) => {
      demandProof(context.actor);
      const area = await anothers(manager, context, areaId);
      await this.#demandFits(manager, area);
      return end(manager, context, area, 'adopted');
    });
  }

  /** The proposer hears why. Throws SERVICE_AREA_UNKNOWN, SERVICE_AREA_DECIDED, SERVICE_AREA_OWN. */
  async refuse(context: CommandContext, areaId: string, { reason }: ServiceAreaRefusal): Promise<{ id: string }> {
    return this.commands.run(context, `service-area:refuse:${areaId}`, { reason }, async (manager) =>
      end(manager, context, await anothers(manager, context, areaId), 'refused', reason),
    );
  }

  /** Takes back one's own proposal. Throws SERVICE_AREA_UNKNOWN, SERVICE_AREA_DECIDED, SERVICE_AREA_NOT_OWN. */
  async withdraw(context: CommandContext, areaId: string): Promise<{ id: string }> {
    return this.commands.run(context, `service-area:withdraw:${areaId}`, {}, async (manager) => {
      const area = await waiting(manager, areaId);
      demandOwn(area, context.actor.officerId, { code: 'SERVICE_AREA_NOT_OWN' });
      return end(manager, context, area, 'withdrawn');
    });
  }

  async #demandFits(manager: EntityManager, area: Parameters<typeof demandServiceArea>[0]): Promise<void> {
    demandServiceArea(area, await new ProgrammeClockRepository(manager).today(), this.#mailboxes());
  }

  #mailboxes(): string[] {
    return Object.keys(this.settings.mailboxes).toSorted();
  }
}

async function end(
  manager: EntityManager,
  context: CommandContext,
  area: ServiceAreaRow,
  state: 'adopted' | 'refused' | 'withdrawn',
  reason?: string,
): Promise<{ id: string }> {
  const { id, programme, proposedBy } = area;
  const { officerId } = context.actor;
  await new ServiceAreaRepository(manager).end(id, state, { officerId, reason });
  await note(manager, context, `service-area.${state === 'adopted' ? 'confirmed' : state}`, area);
  if (state !== 'withdrawn') {
    const key = `service-area.decided:${id}`;
    const message = { kind: 'service-area.decided', key, details: { state, programme } } as const;
    await new NotificationRepository(manager).tell([proposedBy], message);
  }
  return { id };
}

async function waiting(manager: EntityManager, areaId: string): Promise<ServiceAreaRow> {
  const area = await new ServiceAreaRepository(manager).find(areaId);
  demandWaiting(area, { code: 'SERVICE_AREA_DECIDED' });
  return area;
}

async function anothers(manager: EntityManager, context: CommandContext, areaId: string): Promise<ServiceAreaRow> {
  const area = await waiting(manager, areaId);
  demandAnothers(area, context.actor.officerId, { code: 'SERVICE_AREA_OWN' });
  return area;
}

const note = (manager: EntityManager, context: CommandContext, action: string, area: ServiceAreaRow) =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'service_area', subjectId: area.id, territoryCode: area.territoryCode },
    details: {
      ...{ programme: area.programme, channel: area.channel, validFrom: area.validFrom, serviceName: area.serviceName },
      ...{ bankCode: area.bankCode, mailbox: area.mailbox, paper: area.paper },
    },
  });
