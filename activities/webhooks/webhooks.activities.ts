import { Context } from '@temporalio/activity';
import { Injectable } from '@nestjs/common';
import { SendWebhooks, type WebhookLook } from '#application';

/** Facts on their way to other systems. */
@Injectable()
export class WebhookActivities {
  constructor(private readonly webhooks: SendWebhooks) {}

  /**
   * Sends what is due to an endpoint; each delivery at least once, a repeat under the same id. Stops between two of them when the worker does. Answers with
   * when the next is due, or that nothing ever will be.
   */
  async sendWebhooks(endpointId: string): Promise<WebhookLook> {
    return this.webhooks.look(endpointId, Context.current().cancellationSignal);
  }
}
