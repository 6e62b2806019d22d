import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dataPathSuite } from './data-path/data-path.suite.js';
import { decisionsSuite } from './decisions/decisions.suite.js';
import { followUpSuite } from './follow-up/follow-up.suite.js';
import { inboxSuite } from './inbox/inbox.suite.js';
import { whySuite } from './why/why.suite.js';
import { ordersSuite } from './orders/orders.suite.js';
import type { BenchRow } from './row.js';

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    json: { type: 'string' },
    families: { type: 'string', default: '75878' },
    instructions: { type: 'string', default: '1000000' },
    tasks: { type: 'string', default: '1000000' },
  },
});

const SUITES: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  'data-path': () => dataPathSuite(Number(values.families)),
  orders: () => ordersSuite(Number(values.instructions)),
  decisions: () => decisionsSuite(),
  why: () => whySuite(),
  'follow-up': () => followUpSuite(),
  inbox: () => inboxSuite(Number(values.tasks)),
};

const chosen = values.suite === undefined ? Object.keys(SUITES) : [values.suite];
const unknown = chosen.find((name) => SUITES[name] === undefined);
if (unknown !== undefined) {
  console.error(`there is no suite ${unknown}; there are ${Object.keys(SUITES).join(', ')}`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const name of chosen) {
  for (const row of (await SUITES[name]?.()) ?? []) {
    rows.push(row);
    const verdict = row.ratio <= 1 ? 'kept' : 'OVER';
    console.log(
      `${row.suite.padEnd(10)} ${row.metric.padEnd(24)} ${row.value} ${row.unit} (limit ${row.limit}) ratio ${row.ratio} ${verdict}`,
    );
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
if (rows.some(({ ratio }) => ratio > 1)) process.exitCode = 1;
