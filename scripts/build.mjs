import { bootstrap, main } from './lib/bootstrap.mjs';

await main(() => bootstrap());
