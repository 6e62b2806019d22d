import { secretFrom } from '#domain';
import type { PersonVault } from '#persistence';

/** What a complaint is sealed as. */
export interface ComplaintContent {
  readonly text: string;
  readonly name: string;
  readonly phone: string;
  readonly nik: string;
}

export const sealText = (vault: PersonVault, text: string): Buffer => vault.sealBytes(Buffer.from(text));
export const openText = (vault: PersonVault, sealed: Buffer | null): string | null =>
  sealed === null ? null : vault.openBytes(sealed).toString('utf8');
export const sealContent = (vault: PersonVault, content: ComplaintContent): Buffer =>
  sealText(vault, JSON.stringify(content));
export const openContent = (vault: PersonVault, sealed: Buffer): ComplaintContent =>
  JSON.parse(openText(vault, sealed) ?? '{}') as ComplaintContent;

/** What the citizen follows their complaint with, beside its number: made from the key and the id, and kept nowhere. */
export const secretOf = (vault: PersonVault, complaintId: string): string =>
  secretFrom(vault.indexOf(`complaint secret ${complaintId}`));
