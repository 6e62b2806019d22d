import { RotatingLog } from '../system/rotating-log.js';
import { duration } from '../system/say.js';
import { AmanahSystem } from './amanah-system.js';
import { Places } from './places.js';

const places = new Places();
const log = new RotatingLog(places.log('supervisor'));

/** Also kept in a file: the terminal may be gone when somebody asks what happened. */
function say(line: string): void {
  log.write(Buffer.from(`${new Date().toISOString()} ${line}\n`));
  console.log(line);
}

const system = new AmanahSystem(say);
let stopping = false;

/** One Ctrl-C arrives twice, from the terminal and from npm: the second must not end us in the middle of stopping. */
function stop(signal: string): void {
  if (stopping) return;
  stopping = true;
  say(`Stopping (${signal})`);
  const started = Date.now();
  void system.stop().then(() => {
    say(`Stopped in ${duration(Date.now() - started)}`);
    process.exit(0);
  });
}

/** A terminal that is closed takes our output with it; that is no reason to leave children behind. */
process.stdout.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stop(signal);
  });

try {
  const started = Date.now();
  const run = await system.start();
  say(`\nAmanah is running at ${run.url} (started in ${duration(Date.now() - started)})`);
  if (run.environment['AMANAH_SANDBOX'] === '1') say('Demo accounts are listed on the sign-in page.');
  if (run.temporalUi !== undefined) say(`Workflows: ${run.temporalUi}`);
  say(`Logs: ${places.log('*')}`);
  say('Stop with Ctrl-C.');
} catch (error) {
  await failed(error);
}

async function failed(error: unknown): Promise<void> {
  if (stopping) return;
  say(error instanceof Error ? error.message : String(error));
  await system.stop();
  process.exit(1);
}
