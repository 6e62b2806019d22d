import { main } from './lib/bootstrap.mjs';
import { runCommand } from './lib/command.mjs';

/** `npm run demo`, `npm run sample`: a subcommand of the CLI, with the npm script's arguments passed on. */
await main(() => runCommand(process.argv.slice(2)));
