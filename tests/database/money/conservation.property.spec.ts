import type { BankFileKind, BankLine } from '#persistence';
import fc from 'fast-check';
import { expectEveryRupiahExplained } from '../../support/factories/money-check.js';
import { anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const FAMILIES = 8;

const line = fc.record({
  instruction: fc.nat({ max: FAMILIES }),
  answer: fc.constantFrom<BankLine['answer']>(
    'credited',
    'failed',
    'transacted',
    'not_transacted',
    'returned',
    'pending',
  ),
  amountRupiah: fc.constantFrom('400000', '400000', '400000', '399999', null),
});
const files = fc.array(
  fc.record({
    kind: fc.constantFrom<BankFileKind>('status', 'usage', 'return'),
    lines: fc.array(line, { maxLength: 2 * FAMILIES }),
    isSentTwice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The bank may send anything in any order: the wrong amount, the same twice, what it never had. */
test('whatever the bank sends, every rupiah stays explained', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (sent) => {
      const made = await anOrder(database.source, FAMILIES);
      const ids = await instructionsOf(database.source, made.order.id);
      for (const [number, { kind, lines, isSentTwice }] of sent.entries()) {
        const rows = lines.map(({ instruction, answer, amountRupiah }) => ({
          endToEndId: ids[instruction] ?? 'AMNUNKNOWN',
          answer,
          reason: answer === 'failed' ? 'AC04' : null,
          onDate: '2023-03-20',
          amountRupiah,
        }));
        for (let time = 0; time < (isSentTwice ? 2 : 1); time += 1) {
          await applyFile(database.source, made.order, kind, rows, `${made.order.id}:${number}`);
        }
        await expectEveryRupiahExplained(database.manager, made);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);
