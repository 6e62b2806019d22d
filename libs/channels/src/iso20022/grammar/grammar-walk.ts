import { refuseBankFile } from '../../bank-file-refusal.js';
import type { ElementRule, MessageGrammar, MessageType } from './message-grammar.js';

type Attributes = Readonly<Record<string, string>>;

/** An element that is open: its type, and which of its children was seen last and how often. */
interface Frame {
  readonly name: string;
  readonly type: MessageType;
  at: number;
  times: number;
}

/** What a root may carry besides its namespace, for editors. */
const ON_ROOT = /^xmlns:xsi$|^xsi:schemaLocation$/;

/**
 * Holds a message to its published schema while it streams: no element that the schema does not know, none out of its
 * place, none missing, no value outside its type. There is no validator that streams, and one that holds a document of
 * a million payments in memory is no use to a bank; so the schema is kept as a table of types and walked along.
 */
export class GrammarWalk {
  private readonly frames: Frame[] = [];

  constructor(private readonly grammar: MessageGrammar) {}

  open(name: string, attributes: Attributes): void {
    const parent = this.frames.at(-1);
    const type = parent ? this.childType(parent, name) : this.typeNamed(name === 'Document' ? name : '');
    if (!type || !this.mayCarry(attributes, type, !parent)) throw this.refuse(name);
    this.frames.push({ name, type, at: type.kind === 'choice' ? -1 : 0, times: 0 });
  }

  close(name: string, text: string): void {
    const frame = this.frames.at(-1);
    if (frame && !this.isComplete(frame, text)) throw this.refuse(name);
    this.frames.pop();
  }

  private refuse(name: string): Error {
    const parents = this.frames.map((frame) => frame.name).filter((parent) => parent !== name);
    const details = { field: name.slice(0, 35), within: parents.at(-1) ?? '' };
    return refuseBankFile('BANK_FILE_UNREADABLE', 'the message is not what its schema asks for', details);
  }

  private typeNamed(name: string): MessageType | undefined {
    return this.grammar.types.get(name);
  }

  /** The type of a child that may stand here, noting that it does; undefined for one that may not. */
  private childType(frame: Frame, name: string): MessageType | undefined {
    const { type } = frame;
    if (type.kind === 'any') return type;
    if (type.kind === 'value') return undefined;
    const at = type.elements.findIndex((element) => element.name === name);
    const rule = type.elements[at];
    if (!rule || !this.mayStand(frame, type.elements, at)) return undefined;
    frame.times = at === frame.at ? frame.times + 1 : 1;
    frame.at = at;
    return frame.times > rule.most ? undefined : this.typeNamed(rule.type);
  }

  private mayStand(frame: Frame, elements: readonly ElementRule[], at: number): boolean {
    if (frame.type.kind === 'choice') return frame.at === -1 || frame.at === at;
    return at >= frame.at && this.lacksNothing(frame, elements, at);
  }

  /** Whether everything that must stand before that position stood there. */
  private lacksNothing(frame: Frame, elements: readonly ElementRule[], before: number): boolean {
    for (let at = frame.at; at < before; at += 1) {
      const times = at === frame.at ? frame.times : 0;
      if (times < (elements[at]?.least ?? 0)) return false;
    }
    return true;
  }

  private isComplete(frame: Frame, text: string): boolean {
    const { type } = frame;
    if (type.kind === 'any') return true;
    if (type.kind === 'value') return type.check(text);
    if (text !== '') return false;
    if (type.kind === 'choice') return frame.at !== -1;
    return this.lacksNothing(frame, type.elements, type.elements.length);
  }

  private mayCarry(attributes: Attributes, type: MessageType, isRoot: boolean): boolean {
    if (type.kind === 'any') return true;
    const hasCurrency = type.kind === 'value' && type.hasCurrency;
    if (hasCurrency && !/^[A-Z]{3}$/.test(attributes['Ccy'] ?? '')) return false;
    return Object.entries(attributes).every(([name, value]) => {
      if (name === 'Ccy') return hasCurrency;
      if (/^xmlns(:|$)/.test(name) && value === this.grammar.namespace) return true;
      return isRoot && ON_ROOT.test(name);
    });
  }
}
