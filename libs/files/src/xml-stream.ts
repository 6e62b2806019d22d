import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';

/** Called for every element; `text` is what stood directly inside it. Names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string, text: string): void;
}

/** The stream is not well-formed XML; `atEnd` when it broke off, as a file cut short does. */
export class XmlError extends Error {
  constructor(
    message: string,
    readonly atEnd: boolean,
  ) {
    super(message);
    this.name = 'XmlError';
  }
}

/** Longest piece without an element's begin or end, and deepest nesting: beyond either nobody's spreadsheet goes. */
const MAX_SILENT_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 256;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Parses XML piece by piece and yields after each piece what the handlers put in `queue`, so that a file of any
 * length passes through fixed memory. A document type is refused: it is how entity bombs come in. Throws XmlError.
 */
export async function* streamXml<Item>(
  source: AsyncIterable<Buffer>,
  queue: Item[],
  handlers: XmlHandlers,
): AsyncGenerator<Item, void, undefined> {
  const parser = new SaxesParser();
  const decoder = new StringDecoder('utf8');
  let text = '';
  let silentBytes = 0;
  let depth = 0;
  parser.on('opentag', (tag) => {
    text = '';
    silentBytes = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new XmlError('elements are nested too deep', false);
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    silentBytes = 0;
    depth -= 1;
    handlers.close(localName(tag.name), text);
    text = '';
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('cdata', (piece) => (text += piece));
  parser.on('doctype', () => {
    throw new XmlError('document types are not allowed', false);
  });
  let atEnd = false;
  parser.on('error', (error) => {
    throw new XmlError(error.message, atEnd);
  });
  for await (const chunk of source) {
    silentBytes += chunk.length;
    parser.write(decoder.write(chunk));
    if (silentBytes > MAX_SILENT_BYTES) throw new XmlError('a text is longer than memory allows', false);
    yield* queue.splice(0);
  }
  atEnd = true;
  parser.close();
  yield* queue.splice(0);
}

/** The same for handlers that keep what they need themselves: runs through the whole document. Throws XmlError. */
export async function scanXml(source: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  await streamXml<never>(source, [], handlers).next();
}
