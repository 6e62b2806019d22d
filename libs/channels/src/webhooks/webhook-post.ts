import { lookup as resolve } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { verdictOf, WEBHOOK_TIMEOUT_MS, type WebhookVerdict } from '#domain';
import type { AddressGuard } from './address-guard.js';
import { type SignedContent, webhookSignature, webhookTimestamp } from './webhook-signature.js';

/** What became of one attempt. The failure is a code; the answer is the receiver's own words, cut short and without control characters. */
export interface WebhookOutcome {
  readonly verdict: WebhookVerdict;
  readonly status: number | null;
  readonly failure: string | null;
  readonly answer: string;
}

/** Whatever carries deliveries to receivers. */
export interface WebhookCarrier {
  send(url: string, content: SignedContent, secrets: readonly string[]): Promise<WebhookOutcome>;
}

const ANSWER_LETTERS = 500;
/** Enough for so many letters of any script; what is behind them is not read. */
const ANSWER_BYTES = 4 * ANSWER_LETTERS;

/**
 * Posts to receivers: at an address that was resolved and judged right before and is kept for the connection, so that a name which turns elsewhere meanwhile
 * leads nowhere; no redirect is followed, and nothing is read beyond a few hundred letters.
 */
export class WebhookPost implements WebhookCarrier {
  constructor(
    private readonly guard: AddressGuard,
    private readonly timeoutMs = WEBHOOK_TIMEOUT_MS,
  ) {}

  /** Never throws. */
  async send(url: string, content: SignedContent, secrets: readonly string[]): Promise<WebhookOutcome> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      const target = new URL(url);
      const address = await inTime(signal, this.addressOf(target.hostname.replace(/^\[|\]$/g, '')));
      if (address === undefined) return failed('ADDRESS_REFUSED');
      return await post(target, address, headersOf(content, secrets), content.body, signal);
    } catch (error) {
      return failed(signal.aborted ? 'TIMEOUT' : codeOf(error));
    }
  }

  /** Undefined where any address of the name is one that nothing is sent to. */
  private async addressOf(hostname: string): Promise<Address | undefined> {
    const addresses = await resolve(hostname, { all: true });
    return addresses.every(({ address }) => this.guard.allows(address)) ? addresses[0] : undefined;
  }
}

interface Address {
  readonly address: string;
  readonly family: number;
}

const headersOf = (content: SignedContent, secrets: readonly string[]) => ({
  'content-type': 'application/cloudevents+json; charset=utf-8',
  'content-length': Buffer.byteLength(content.body),
  'user-agent': 'Amanah-Webhooks/1',
  'webhook-id': content.id,
  'webhook-timestamp': webhookTimestamp(content.sentAt),
  'webhook-signature': webhookSignature(content, secrets),
});

async function post(
  target: URL,
  { address, family }: Address,
  headers: http.OutgoingHttpHeaders,
  body: string,
  signal: AbortSignal,
): Promise<WebhookOutcome> {
  const { request } = target.protocol === 'https:' ? https : http;
  const pinned: LookupFunction = (_name, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const response = await new Promise<http.IncomingMessage>((answered, refused) => {
    const sent = request(target, { method: 'POST', headers, signal, lookup: pinned, agent: false }, answered);
    sent.on('error', refused).end(body);
  });
  const status = response.statusCode ?? 0;
  const answer = await beginningOf(response);
  return { verdict: verdictOf(status), status, failure: null, answer };
}

/** The status counts, whatever becomes of the words behind it. */
async function beginningOf(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= ANSWER_BYTES) break;
    }
  } catch {
    // What came before the break is kept.
  }
  response.destroy();
  return plain(Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString('utf8'));
}

/** Without control and format characters, which could hide what is read or turn its direction. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, ANSWER_LETTERS);

const failed = (failure: string): WebhookOutcome => ({ verdict: 'away', status: null, failure, answer: '' });

/** The code of the system or of TLS; never its message, which may hold anything. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : 'FAILED';
}

/** A name server that says nothing holds nobody up. */
async function inTime<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('no answer in time'));
      });
    }),
  ]);
}
