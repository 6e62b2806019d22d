import { Context } from '@temporalio/activity';
import { Injectable } from '@nestjs/common';
import { SendMails } from '#application';

/** Mails on their way to people. */
@Injectable()
export class MailActivities {
  constructor(private readonly mails: SendMails) {}

  /**
   * Sends what is due; each mail at least once, a repeat under the same Message-ID. Stops between two mails when the
   * worker does. Answers with when the next is due, be it after a failure or at the hour of the digest.
   */
  async sendMails(): Promise<{ dueAt: string } | undefined> {
    return this.mails.look({ stopping: Context.current().cancellationSignal });
  }
}
