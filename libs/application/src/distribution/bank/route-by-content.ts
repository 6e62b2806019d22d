import { createReadStream } from 'node:fs';
import { DomainError } from '#domain';
import type { BankFileRoute } from './bank-file-route.js';

const HEAD_BYTES = 4_096;
const MESSAGE = /urn:iso:std:iso:20022:tech:xsd:(?<name>pain\.002|camt\.05[34])\./;
const USAGE = /^H,USAGE-REPORT,.*,(?<asOf>[\d-]+)\r?\n/;

/** Which of the bank's answers a file is, whatever its name. Throws BANK_FILE_UNREADABLE for none of them. */
export async function routeByContent(path: string, messageId: string): Promise<BankFileRoute> {
  const head = await headOf(path);
  const message = MESSAGE.exec(head)?.groups?.['name'];
  if (message !== undefined) return { kind: 'status', messageId, message: message as 'pain.002' };
  const usage = USAGE.exec(head)?.groups;
  if (usage !== undefined) return { kind: 'usage', messageId, asOf: usage['asOf'] ?? '' };
  if (head.startsWith('H,RETURN-REPORT,')) return { kind: 'return', messageId };
  throw new DomainError('BANK_FILE_UNREADABLE', 'no answer of a bank that this programme knows');
}

/** The first bytes as text: a stranger's file may be of any size. */
export async function headOf(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: HEAD_BYTES - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
