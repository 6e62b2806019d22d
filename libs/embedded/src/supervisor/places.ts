import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything a running system keeps on this machine lies below one directory, so a reset is one deletion. */
export class Places {
  /** The clone; compiled code lies in its `dist`. */
  readonly project = projectRoot();
  readonly state: string;

  constructor(env: NodeJS.ProcessEnv = process.env) {
    this.state = resolve(this.project, env['AMANAH_STATE_DIR'] ?? '.amanah');
  }

  readonly runFile = (): string => join(this.state, 'run.json');
  readonly lockFile = (): string => join(this.state, 'supervisor.lock');
  readonly secrets = (): string => join(this.state, 'secrets.json');
  readonly hostKey = (): string => join(this.state, 'bank-host-key');
  readonly postHostKey = (): string => join(this.state, 'post-host-key');
  readonly postgres = (): string => join(this.state, 'postgres');
  readonly temporal = (): string => join(this.state, 'temporal', 'temporal.db');
  readonly exchange = (): string => join(this.state, 'exchange');
  readonly bank = (): string => join(this.state, 'bank');
  readonly post = (): string => join(this.state, 'post');
  readonly log = (name: string): string => join(this.state, 'logs', `${name}.log`);
  readonly apps = (): string => join(this.project, 'dist', 'apps');
  readonly app = (name: string): string => join(this.apps(), name, 'src', 'main.js');
}

/** This file is dist/libs/embedded/src/supervisor/places.js when it runs. */
function projectRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return resolve(here, '..', '..', '..', '..', '..');
}
