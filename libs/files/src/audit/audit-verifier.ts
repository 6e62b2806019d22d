import { isAnchorSound } from './anchor-file.js';
import type { AuditLine, KeptSeal } from './audit-lines.js';
import { leafHash, merkleRoot } from './merkle-tree.js';
import { isSignedBy, NO_SEAL, type Seal, sealHash } from './seal.js';
import { type BrokenEntry, type FiledEntry, firstBroken } from './sealed-batch.js';

export type AuditFinding =
  | (BrokenEntry & { readonly seal: number })
  | {
      readonly code:
        | 'SEAL_CHANGED'
        | 'SEAL_MISSING'
        | 'SEAL_UNSIGNED'
        | 'SIGNATURE_WRONG'
        | 'CHAIN_BROKEN'
        | 'ANCHOR_UNSOUND'
        | 'ANCHOR_DIFFERS'
        | 'TAIL_MISSING';
      readonly seal: number;
      readonly line?: number;
      /** The last row that is there, where the rows behind it are not. */
      readonly afterId?: string;
    }
  | { readonly code: 'ORDER_BROKEN'; readonly line: number; readonly entryId: string }
  | { readonly code: 'LINE_UNREADABLE'; readonly line: number }
  | { readonly code: 'FILE_CUT'; readonly afterId: string };

/** What stands before the first row. */
const NO_ENTRY = '0';

interface OpenBatch {
  readonly seal: KeptSeal;
  readonly line: number;
  readonly entries: FiledEntry[];
}

/** What a trail is held against besides itself. */
export interface Witnesses {
  /** The key that auditors were handed; without it the one that the file names is taken. */
  readonly publicKey?: string;
  readonly anchors?: readonly Seal[];
}

/** Reads an exported trail line by line, a batch in memory at most, and keeps what is not as it was sealed. */
export class AuditVerifier {
  readonly findings: AuditFinding[] = [];
  counted = { entries: 0, seals: 0, unsealed: 0 };
  publicKey: string | null;
  private batch: OpenBatch | undefined;
  private before: Seal | undefined;
  private lastId: string | undefined;
  private isEnded = false;
  private readonly anchors: ReadonlyMap<number, Seal>;

  constructor(witnesses: Witnesses) {
    this.publicKey = witnesses.publicKey ?? null;
    this.anchors = new Map(witnesses.anchors?.map((anchor) => [anchor.number, anchor]));
  }

  take(content: AuditLine | undefined, line: number): void {
    if (content === undefined || this.isEnded) return void this.findings.push({ code: 'LINE_UNREADABLE', line });
    switch (content.kind) {
      case 'header':
        this.publicKey ??= content.publicKey;
        return;
      case 'seal':
        this.closeBatch();
        this.batch = { seal: content.seal, line, entries: [] };
        return;
      case 'entry':
        this.entry(content, line);
        return;
      case 'unsealed':
        this.closeBatch();
        return;
      case 'end':
        this.closeBatch();
        this.isEnded = content.entries === this.counted.entries && content.seals === this.counted.seals;
    }
  }

  /** When the last line was taken. */
  finish(): void {
    this.closeBatch();
    const afterId = this.lastId ?? NO_ENTRY;
    if (!this.isEnded && this.findings.length === 0) this.findings.push({ code: 'FILE_CUT', afterId });
    for (const anchor of this.anchors.values()) {
      const seal = anchor.number;
      if (!isAnchorSound(anchor, this.publicKey)) this.findings.push({ code: 'ANCHOR_UNSOUND', seal });
    }
    const newest = Math.max(0, ...this.anchors.keys());
    const last = this.before?.number ?? 0;
    if (newest > last) this.findings.push({ code: 'TAIL_MISSING', seal: last + 1, afterId });
  }

  private entry({ id, text }: { readonly id: string; readonly text: string }, line: number): void {
    this.counted.entries += 1;
    if (this.batch === undefined) {
      this.counted.unsealed += 1;
      const isBehind = this.lastId === undefined || BigInt(id) > BigInt(this.lastId);
      if (!isBehind) this.findings.push({ code: 'ORDER_BROKEN', line, entryId: id });
    } else this.batch.entries.push({ id, line, hash: leafHash(text) });
    this.lastId = id;
  }

  private closeBatch(): void {
    const { batch } = this;
    if (batch === undefined) return;
    this.batch = undefined;
    this.counted.seals += 1;
    const { seal, line, entries } = batch;
    const isOurs =
      sealHash(seal) === seal.hash &&
      seal.leaves.length === seal.entries &&
      merkleRoot(seal.leaves).toString('hex') === seal.root;
    if (!isOurs) this.findings.push({ code: 'SEAL_CHANGED', seal: seal.number, line });
    this.chain(seal, line);
    this.signature(seal, line);
    const anchor = this.anchors.get(seal.number);
    if (anchor !== undefined && anchor.hash !== seal.hash)
      this.findings.push({ code: 'ANCHOR_DIFFERS', seal: seal.number, line });
    const found = firstBroken(seal.leaves, entries);
    if (found !== undefined) {
      const afterId = found.afterId ?? this.before?.lastId ?? NO_ENTRY;
      this.findings.push({ ...found, ...(found.code === 'ENTRY_MISSING' ? { afterId } : {}), seal: seal.number });
    }
    this.before = seal;
  }

  private chain({ number, previous }: Seal, line: number): void {
    const expected = (this.before?.number ?? 0) + 1;
    if (number !== expected) this.findings.push({ code: 'SEAL_MISSING', seal: expected, line });
    else if (previous !== (this.before?.hash ?? NO_SEAL))
      this.findings.push({ code: 'CHAIN_BROKEN', seal: number, line });
  }

  private signature(seal: Seal, line: number): void {
    if (this.publicKey === null) return;
    if (seal.signature === null) this.findings.push({ code: 'SEAL_UNSIGNED', seal: seal.number, line });
    else if (!isSignedBy(seal, this.publicKey))
      this.findings.push({ code: 'SIGNATURE_WRONG', seal: seal.number, line });
  }
}
