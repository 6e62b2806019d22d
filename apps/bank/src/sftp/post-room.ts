import { mkdirSync } from 'node:fs';
import { open, readdir, rename, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join, posix } from 'node:path';
import type { Writable } from 'node:stream';

/** A file that lies in the inbox under its final name. */
export interface Arrival {
  readonly name: string;
  readonly path: string;
  /** Tells this very upload from a later one of the same name. */
  readonly key: string;
}

/** The directories the payer sees (`/in`, `/out`) and where files go once they are in the books. */
export class PostRoom {
  readonly root: string;
  private readonly received: string;

  constructor(stateDir: string) {
    this.root = join(stateDir, 'sftp');
    this.received = join(stateDir, 'received');
    for (const dir of [join(this.root, 'in'), join(this.root, 'out'), this.received])
      mkdirSync(dir, { recursive: true });
  }

  /** The local path of what a client calls `/…`; it can't name anything outside. */
  localPath(clientPath: string): string {
    return join(this.root, posix.normalize(`/${clientPath}`));
  }

  /** Files waiting, by name. Names that begin with a dot are still being written. */
  async arrivals(): Promise<Arrival[]> {
    const dir = join(this.root, 'in');
    const names = (await readdir(dir)).filter((name) => !name.startsWith('.')).sort();
    return Promise.all(
      names.map(async (name) => {
        const path = join(dir, name);
        const { ino, mtimeMs, size } = await stat(path);
        return { name, path, key: `${name}:${ino}:${mtimeMs}:${size}` };
      }),
    );
  }

  /** Takes a file out of the inbox and keeps it. */
  async file(arrival: Arrival): Promise<void> {
    await rename(arrival.path, join(this.received, `${Date.now()}-${arrival.name}`));
  }

  /**
   * Puts a file into the outbox, whole or not at all; the same name again replaces it with the same content. A share
   * below one cuts it short: a bank in trouble does so.
   */
  async publish(name: string, write: (writable: Writable) => Promise<void>, share = 1): Promise<void> {
    const partial = join(this.root, 'out', `.${name}.part`);
    await write(createWriteStream(partial));
    const handle = await open(partial, 'r+');
    if (share < 1) await handle.truncate(Math.floor((await handle.stat()).size * share));
    await handle.sync();
    await handle.close();
    await rename(partial, join(this.root, 'out', name));
  }
}
