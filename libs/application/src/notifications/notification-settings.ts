import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mailCode } from '#auth';
import type { Config } from '#config';
import {
  CODE_TRIES,
  CODES_PER_HOUR,
  DIGEST_HOUR,
  DomainError,
  isMailAddress,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from '#domain';
import { NotificationSettingRepository, type NotificationSettingRow } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { Commands } from '../shared/commands.js';
import { CONFIG } from '../shared/config.js';
import type { CommandContext } from '../shared/command-context.js';
import type { NewNotificationSetting, NotificationSetting } from './notifications.schemas.js';

/** Keeps how people want to be told, and whether an address is theirs. */
@Injectable()
export class NotificationSettings {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(officerId: string): Promise<NotificationSetting> {
    return this.view(await new NotificationSettingRepository(this.database.manager).of(officerId));
  }

  async save(context: CommandContext, command: NewNotificationSetting): Promise<NotificationSetting> {
    const { officerId } = context.actor;
    return this.commands.run(context, 'notification-setting', command, async (manager) => {
      const settings = new NotificationSettingRepository(manager);
      const before = await settings.of(officerId);
      const email = command.email === '' ? null : command.email;
      const isAnother = email !== null && email !== before.email;
      if (email !== null && !isMailAddress(email)) throw refuse('EMAIL_INVALID', 'email');
      if (email === null && command.mode !== 'off') throw refuse('EMAIL_REQUIRED', 'email');
      if (isAnother || command.mode !== 'off') this.demandMail();
      await settings.save(officerId, { email, mode: command.mode, kindsOff: [...new Set(command.kindsOff)] });
      if (isAnother) await this.queueCode(settings, officerId);
      await this.note(manager, context, { mode: command.mode, isAnotherAddress: email !== before.email });
      return this.view(await settings.of(officerId));
    });
  }

  async sendCode(context: CommandContext): Promise<NotificationSetting> {
    const { officerId } = context.actor;
    return this.commands.run(context, 'notification-setting:code', {}, async (manager) => {
      const settings = new NotificationSettingRepository(manager);
      const { email, isConfirmed } = await settings.of(officerId);
      if (email === null) throw refuse('EMAIL_REQUIRED', 'email');
      this.demandMail();
      if (!isConfirmed) await this.queueCode(settings, officerId);
      return this.view(await settings.of(officerId));
    });
  }

  async confirm(context: CommandContext, code: string): Promise<NotificationSetting> {
    const { officerId } = context.actor;
    const tries = await new NotificationSettingRepository(this.database.manager).countTry(officerId);
    return this.commands.run(context, 'notification-setting:confirm', { code }, async (manager) => {
      const settings = new NotificationSettingRepository(manager);
      const { codeMailId, isConfirmed } = await settings.of(officerId);
      if (!isConfirmed) {
        if (codeMailId === null || tries === undefined || tries > CODE_TRIES) throw refuse('CODE_EXPIRED', 'code');
        if (code !== mailCode(this.config.indexKey, codeMailId)) throw refuse('CODE_WRONG', 'code');
        await settings.confirm(officerId, codeMailId);
        await this.note(manager, context, { isConfirmed: true });
      }
      return this.view(await settings.of(officerId));
    });
  }

  private demandMail(): void {
    if (this.config.mail === undefined) throw refuse('MAIL_NOT_SET_UP', 'mode');
  }

  private async queueCode(settings: NotificationSettingRepository, officerId: string): Promise<void> {
    const seconds = await settings.secondsUntilCode(officerId, CODES_PER_HOUR);
    if (seconds > 0) throw new DomainError('CODES_TOO_MANY', 'codes are few, so they are sent seldom', { seconds });
    await settings.sendCode(officerId);
  }

  /** The trail says that and when, never to which address. */
  private async note(manager: EntityManager, context: CommandContext, details: object): Promise<void> {
    const subject = { subjectType: 'officer', subjectId: context.actor.officerId };
    await noteBy(manager, context, { action: 'officer.mail', ...subject, details: { ...details } });
  }

  private view({ codeMailId, kindsOff, ...row }: NotificationSettingRow): NotificationSetting {
    return {
      ...row,
      isAvailable: this.config.mail !== undefined,
      isCodeSent: codeMailId !== null,
      kindsOff: kindsOff as NotificationKind[],
      kinds: [...NOTIFICATION_KINDS],
      digestHour: DIGEST_HOUR,
    };
  }
}

const refuse = (code: string, field: string): DomainError =>
  new DomainError(code, 'not as it was sent', { refusals: [{ code, field, details: {} }] });
