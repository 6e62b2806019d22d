#!/usr/bin/env node
import { main } from './lib/bootstrap.mjs';
import { runCommand } from './lib/command.mjs';

/** `npx amanah …` */
await main(() => runCommand(process.argv.slice(2)));
