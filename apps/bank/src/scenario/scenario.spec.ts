import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '#policies';
import { INSTRUCTION_FAULTS, loadScenario } from './scenario.js';

const FOLDER = projectFile('apps/bank/scenarios');
const OTHER_FAULTS = ['unknown-row', 'truncated-status', 'wrong-control-sum', 'silence', 'whole-refusal'];

test('every scenario that ships is one that the bank can play, and every fault has its own', async () => {
  const names = (await readdir(FOLDER)).map((file) => file.replace('.json', ''));
  for (const name of names) expect(Object.keys(loadScenario(join(FOLDER, `${name}.json`))).length).toBeGreaterThan(0);
  expect(names.sort()).toEqual([...INSTRUCTION_FAULTS, ...OTHER_FAULTS, 'everything'].sort());
});

test('a fault that the bank does not know refuses the start', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'scenario-'));
  try {
    const file = join(dir, 'flood.json');
    await writeFile(file, JSON.stringify({ faults: { flood: {} } }));
    expect(() => loadScenario(file)).toThrow('flood');
  } finally {
    await rm(dir, { recursive: true });
  }
});
