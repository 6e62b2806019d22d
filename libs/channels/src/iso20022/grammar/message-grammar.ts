import { simpleCheck, type SimpleCheck } from './simple-value.js';

/** A message's schema as text, made by `scripts/iso20022-grammar.mjs`: one line per type. */
export interface GrammarText {
  readonly namespace: string;
  readonly types: Readonly<Record<string, string>>;
}

/** One element that may stand in a type, and how often. */
export interface ElementRule {
  readonly name: string;
  readonly type: string;
  readonly least: number;
  readonly most: number;
}

/** A type of the message: elements in their order, one of several, a value, or whatever the sender likes. */
export type MessageType =
  | { readonly kind: 'sequence' | 'choice'; readonly elements: readonly ElementRule[] }
  | { readonly kind: 'value'; readonly check: SimpleCheck; readonly hasCurrency: boolean }
  | { readonly kind: 'any' };

export interface MessageGrammar {
  readonly namespace: string;
  readonly types: ReadonlyMap<string, MessageType>;
}

const ELEMENT = /^(\w+):(\w+)(?:\[(\d+)\.\.(\d+|\*)\])?$/;

function elementRule(text: string): ElementRule {
  const [, name = '', type = '', least = '1', most = '1'] = ELEMENT.exec(text) ?? [];
  return { name, type, least: Number(least), most: most === '*' ? Infinity : Number(most) };
}

function messageType(text: string, types: GrammarText['types']): MessageType {
  const [kind = '', ...rest] = text.split(' ');
  if (kind === 'any') return { kind };
  if (kind === 'sequence' || kind === 'choice') return { kind, elements: rest.map(elementRule) };
  const hasCurrency = kind === 'currency';
  return { kind: 'value', check: simpleCheck(hasCurrency ? (types[rest[0] ?? ''] ?? '') : text), hasCurrency };
}

/** Reads a grammar's lines once, when the module that reads the message is loaded. */
export function messageGrammar({ namespace, types }: GrammarText): MessageGrammar {
  const entries = Object.entries(types).map(([name, text]) => [name, messageType(text, types)] as const);
  return { namespace, types: new Map(entries) };
}
