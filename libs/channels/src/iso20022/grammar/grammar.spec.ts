import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { scanXml } from '#files';
import { GrammarWalk } from './grammar-walk.js';
import { messageGrammar } from './message-grammar.js';
import pain001 from './pain.001.001.09.json' with { type: 'json' };
import { simpleCheck } from './simple-value.js';

/** The published schemas are not part of this project; with a copy at hand (ISO20022_XSD_DIR) the table is held to them. */
const schemaDir = process.env['ISO20022_XSD_DIR'] ?? '';
const itWithSchemas = existsSync(schemaDir) ? it : it.skip;
const schema = join(schemaDir, 'pain.001.001.09.xsd');
const root = join(import.meta.dirname, '../../../../..');
const grammar = messageGrammar(pain001);

const order = readFileSync(join(root, 'tests/support/fixtures/bank-orders/TWO-BLOCKS.pain001.xml'), 'utf8');

async function isTaken(xml: string): Promise<boolean> {
  const walk = new GrammarWalk(grammar);
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      walk.open(name, attributes);
    },
    close: (name: string, text: string) => {
      walk.close(name, text.trim());
    },
  };
  return scanXml(Readable.from([Buffer.from(xml)]), handlers).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'BANK_FILE_UNREADABLE' });
      return false;
    },
  );
}

/** Pieces of the message: tags with what stands between them, so that a piece may go, come twice or change places. */
const pieces = order.slice(order.indexOf('<CstmrCdtTrfInitn>')).match(/<(\w+)[^<>]*>[^<>]*<\/\1>|<[^<>]+>|\s+/g) ?? [];
const leaves = pieces.flatMap((piece, index) => (/^<(\w+).*<\/\1>$/.test(piece) ? [index] : []));
const head = order.slice(0, order.indexOf('<CstmrCdtTrfInitn>'));

const VALUES = [
  '',
  'X',
  '0',
  '-1',
  '1.123456',
  '2023-02-30',
  '2023-03-02',
  '2023-03-02T25:00:00',
  'true',
  'x'.repeat(36),
];
const change = fc.record({
  kind: fc.constantFrom('remove', 'repeat', 'swap', 'value', 'name'),
  at: fc.constantFrom(...leaves),
  other: fc.constantFrom(...leaves),
  value: fc.constantFrom(...VALUES),
});

function changed({ kind, at, other, value }: { kind: string; at: number; other: number; value: string }): string {
  const copy = [...pieces];
  const piece = copy[at] ?? '';
  if (kind === 'remove') copy[at] = '';
  if (kind === 'repeat') copy[at] = piece + piece;
  if (kind === 'swap') [copy[at], copy[other]] = [copy[other] ?? '', piece];
  if (kind === 'value') copy[at] = piece.replace(/>[^<]*</, `>${value}<`);
  if (kind === 'name') copy[at] = piece.replaceAll(/(?<=<\/?)\w+/g, 'Nm');
  return head + copy.join('');
}

it('takes an order as it should be', async () => {
  expect(leaves.length).toBeGreaterThan(40);
  expect(await isTaken(order)).toBe(true);
});

itWithSchemas('is what the script makes of the published schema', () => {
  const made = execFileSync(process.execPath, [join(root, 'scripts/iso20022-grammar.mjs'), schema], {
    encoding: 'utf8',
  });
  expect(JSON.parse(made)).toEqual(pain001);
});

itWithSchemas('judges as the published schema does', async () => {
  using xsd = XmlDocument.fromBuffer(readFileSync(schema));
  using validator = XsdValidator.fromDoc(xsd);
  const isValid = (xml: string): boolean => {
    using document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    }
  };
  const verdicts = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(change, async (wanted) => {
      const xml = changed(wanted);
      const verdict = isValid(xml);
      verdicts.add(verdict);
      expect([await isTaken(xml), xml]).toEqual([verdict, xml]);
    }),
    { numRuns: 500 },
  );
  expect(verdicts.size).toBe(2);
});

it.each([
  [
    'decimal 18 5 0',
    ['0', '1.50000', '+7', '00012.3', '.5', '5.', '123456789012345678'],
    ['-1', '', '.', '1e5', '1.123456'],
  ],
  ['decimal 18 17 -', ['-1'], ['1234567890123456789', '1,5']],
  ['text 1 3', ['a', 'abc', '王'.repeat(3)], ['', 'abcd']],
  ['values TRF CHK', ['TRF'], ['', 'TR', 'TRF CHK']],
  ['pattern [A-Z]{2,2}', ['ID'], ['IDN', 'xID', 'id']],
  ['date', ['2024-02-29', '2023-03-02+07:00'], ['2023-02-29', '2023-3-2', '2023-03-02T00:00:00']],
  [
    'dateTime',
    ['2023-03-02T09:00:00', '2023-03-02T09:00:00.123Z'],
    ['2023-02-30T09:00:00Z', '2023-03-02', '2023-03-02T09:61:00Z'],
  ],
  ['boolean', ['true', '0'], ['TRUE', '']],
])('%s takes %j and not %j', (line, good, bad) => {
  const check = simpleCheck(line);
  expect([good.filter((text) => !check(text)), bad.filter(check)]).toEqual([[], []]);
});
