import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Every part of it, decoded. */
  readonly text: string;
}

/** A real SMTP server on this machine that keeps what it accepts. */
export class PostOffice {
  readonly received: ReceivedMail[] = [];
  /** What it answers a recipient or a mail with; nothing means that it is accepted. */
  refuseRecipient: (address: string) => string | undefined = () => undefined;
  refuseMail: () => string | undefined = () => undefined;
  private server: SMTPServer | undefined;
  private port = 0;

  constructor(private readonly options: SMTPServerOptions = { authOptional: true, disabledCommands: ['STARTTLS'] }) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** On the port it had before, if it had one. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        done(problem(this.refuseRecipient(address)));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const refusal = problem(this.refuseMail());
          const to = session.envelope.rcptTo.map(({ address }) => address);
          if (refusal === null) this.received.push(readMail(to, Buffer.concat(chunks).toString('utf8')));
          done(refusal);
        });
      },
      ...this.options,
    });
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '0.0.0.0', resolve));
    this.port = (server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }
}

/** `550 5.1.1 no such user` as an error of the server. */
function problem(answer: string | undefined): Error | null {
  if (answer === undefined) return null;
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}

function readMail(to: readonly string[], raw: string): ReceivedMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  return { to, raw, headers, text: parts.map((part) => decoded(part.replace(/^\r\n/, ''))).join('\n') };
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return { headers: Object.fromEntries(pairs) as Record<string, string>, body: raw.slice(end + 4) };
}

function decoded(part: string): string {
  const { headers, body } = split(part);
  const encoding = headers['content-transfer-encoding'];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_sign, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
