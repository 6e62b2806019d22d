import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A secret to be shared with one receiver, as libraries of Standard Webhooks take it. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** What is sent, and when by real time: a receiver refuses what is older than five minutes, and knows no sandbox calendar. */
export interface SignedContent {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/** By the clock of receivers: whole seconds. */
export const webhookTimestamp = (at: Date): string => String(Math.floor(at.getTime() / 1000));

/** The signature of Standard Webhooks 1.0 under each secret, separated by spaces; while a secret is changed there are two. */
export function webhookSignature({ id, sentAt, body }: SignedContent, secrets: readonly string[]): string {
  const content = `${id}.${webhookTimestamp(sentAt)}.${body}`;
  return secrets
    .map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`)
    .join(' ');
}

const keyOf = (secret: string): Buffer =>
  Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
