import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, territoriesWith } from '#domain';
import { CaseRequestRepository, type CaseRequestRow } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { EndCaseRequest } from './case-requests.schemas.js';

type Id = Promise<{ id: string }>;

/** Requests that outcomes of cases set going: one named officer of the city follows each, and ends it with what was answered. */
@Injectable()
export class CaseRequestService {
  constructor(private readonly commands: Commands) {}

  /**
   * By its owner alone. A change of head is done once two people have confirmed it in the family's record. Throws
   * CASE_REQUEST_UNKNOWN, CASE_REQUEST_ENDED, CASE_REQUEST_NOT_YOURS, CASE_REQUEST_HEAD_UNCHANGED.
   */
  async end(context: CommandContext, requestId: string, command: EndCaseRequest): Id {
    return this.commands.run(context, `case-request:end:${requestId}`, command, async (manager) => {
      const request = await demandOpen(manager, context, requestId);
      const { officerId } = context.actor;
      if (request.ownerId !== officerId) {
        throw new DomainError('CASE_REQUEST_NOT_YOURS', 'another officer follows it', { officer: request.owner });
      }
      const requests = new CaseRequestRepository(manager);
      const { outcome, note: answer } = command;
      if (outcome === 'done' && request.kind === 'change_head' && !(await requests.headWasChanged(request.id))) {
        throw new DomainError('CASE_REQUEST_HEAD_UNCHANGED', 'nobody has confirmed a new head of the family');
      }
      await requests.end(request.id, outcome, officerId, answer);
      await note(manager, context, `case-request.${outcome}`, request);
      return { id: request.id };
    });
  }

  /** A colleague's becomes one's own: whoever has left would follow it for ever. Throws CASE_REQUEST_UNKNOWN, CASE_REQUEST_ENDED. */
  async take(context: CommandContext, requestId: string): Id {
    return this.commands.run(context, `case-request:take:${requestId}`, {}, async (manager) => {
      const request = await demandOpen(manager, context, requestId);
      await new CaseRequestRepository(manager).setOwner(request.id, context.actor.officerId);
      await note(manager, context, 'case-request.taken', request);
      return { id: request.id };
    });
  }
}

async function demandOpen(manager: EntityManager, context: CommandContext, requestId: string): Promise<CaseRequestRow> {
  const scopes = territoriesWith(context.actor, 'case-request:act');
  const request = await new CaseRequestRepository(manager).find(requestId, scopes);
  if (request.state === 'open') return request;
  throw new DomainError('CASE_REQUEST_ENDED', 'the request has ended', { requestState: request.state });
}

const note = (
  manager: EntityManager,
  context: CommandContext,
  action: string,
  request: CaseRequestRow,
): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'case-request', subjectId: request.id, territoryCode: request.kelurahanCode },
    details: { kind: request.kind, caseId: request.caseId },
  });
