import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from '@temporalio/worker';
import { bootstrap, main } from './lib/bootstrap.mjs';
import { inProject } from './lib/project.mjs';

/**
 * `npm run replay -- history.json`: runs today's workflows against one recorded history, as downloaded from Temporal's page or
 * kept in tests/replay/histories. All in one thread, so that a debugger stops at `debugger;` in a workflow.
 */
await main(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Which history? npm run replay -- tests/replay/histories/<file>.json');
  await bootstrap({ web: false });
  const history = JSON.parse(readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'));
  const started = history.events[0]?.workflowExecutionStartedEventAttributes;
  const options = { workflowBundle: { codePath: inProject('dist', 'workflow-bundle.js') }, debugMode: true };
  // The id went into the ids of its children; without it they would look like others.
  await Worker.runReplayHistory(options, history, started?.workflowId);
  console.log(`${file}: replayed, ${history.events.length} events`);
  process.exit(0);
});
