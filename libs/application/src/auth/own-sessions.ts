import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { DomainError } from '#domain';
import { inTransaction, SessionRepository } from '#persistence';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { noteBy } from '../audit/note-by.js';
import type { OwnSessions } from './auth.schemas.js';

/** The sessions of an officer, for themselves: where they are signed in, and out again from afar. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list({ officerId }: SignedIn, currentId: string): Promise<z.infer<typeof OwnSessions>> {
    const rows = await new SessionRepository(this.database.manager).live(officerId);
    return rows.map((row) => ({ ...row, isCurrent: row.id === currentId }));
  }

  /** Throws SESSION_UNKNOWN for one that is over, or another's. */
  async end(context: CommandContext, sessionId: string): Promise<void> {
    await this.commands.run(context, `session:${sessionId}:end`, {}, async (manager) => {
      const { officerId } = context.actor;
      const isEnded = await new SessionRepository(manager).end(officerId, sessionId);
      if (!isEnded) throw new DomainError('SESSION_UNKNOWN', 'no live session of this officer');
      await noteBy(manager, context, ended(officerId, { sessionId }));
      return {};
    });
  }

  /** Ends every other session. */
  async endOthers(context: CommandContext, currentId: string): Promise<void> {
    await this.commands.run(context, 'sessions:end-others', {}, async (manager) => {
      const { officerId } = context.actor;
      const sessions = await new SessionRepository(manager).endAll(officerId, currentId);
      if (sessions > 0) await noteBy(manager, context, ended(officerId, { sessions }));
      return {};
    });
  }

  /** Signing out: a repeat finds it ended. */
  async signOut(actor: SignedIn, sessionId: string, requestId: string, address: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const isEnded = await new SessionRepository(manager).end(actor.officerId, sessionId);
      if (isEnded) await noteBy(manager, { actor, requestId }, ended(actor.officerId, { sessionId, address }));
    });
  }

  isLive(sessionId: string): Promise<boolean> {
    return new SessionRepository(this.database.manager).isLive(sessionId);
  }
}

const ended = (subjectId: string, details: Readonly<Record<string, unknown>>) => ({
  ...{ action: 'session.ended', subjectType: 'officer', subjectId, details },
});
