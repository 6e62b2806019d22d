import { createInterface } from 'node:readline/promises';
import { bootstrap, main } from './lib/bootstrap.mjs';

/** `npm run reset [-- --yes]`: back to an empty system. Asks first, because nothing brings the data back. */
await main(async () => {
  await bootstrap();
  if (!process.argv.includes('--yes') && !(await confirmed())) return;
  const { resetState } = await import('../dist/libs/embedded/src/index.js');
  await resetState(console.log);
});

async function confirmed() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Delete the database, workflows, files and keys of this clone? Type yes: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
