import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ConfirmAddress,
  NewNotificationSetting,
  NotificationSetting,
  NotificationSettings,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

/** How the person behind the session wants to be told by mail. */
@Controller('notifications/settings')
export class NotificationSettingsController {
  constructor(private readonly settings: NotificationSettings) {}

  @Get()
  @RequirePower('session')
  @Answers(NotificationSetting)
  async read(@CurrentActor() { officerId }: SignedIn): Promise<NotificationSetting> {
    return this.settings.of(officerId);
  }

  /** A new address is sent a code. Throws EMAIL_INVALID, EMAIL_REQUIRED, MAIL_NOT_SET_UP, CODES_TOO_MANY. */
  @Put()
  @RequirePower('session')
  @IsCommand()
  @Answers(NotificationSetting)
  async save(
    @Command() context: CommandContext,
    @Body({ schema: NewNotificationSetting }) command: NewNotificationSetting,
  ): Promise<NotificationSetting> {
    return this.settings.save(context, command);
  }

  /** Sends another code; the one before is worth nothing then. Throws EMAIL_REQUIRED, MAIL_NOT_SET_UP, CODES_TOO_MANY. */
  @Post('code')
  @HttpCode(200)
  @RequirePower('session')
  @IsCommand()
  @Answers(NotificationSetting)
  async sendCode(@Command() context: CommandContext): Promise<NotificationSetting> {
    return this.settings.sendCode(context);
  }

  /** Nothing but a code goes to an address before this. Throws CODE_WRONG, CODE_EXPIRED. */
  @Post('confirm')
  @HttpCode(200)
  @RequirePower('session')
  @IsCommand()
  @Answers(NotificationSetting)
  async confirm(
    @Command() context: CommandContext,
    @Body({ schema: ConfirmAddress }) { code }: ConfirmAddress,
  ): Promise<NotificationSetting> {
    return this.settings.confirm(context, code);
  }
}
