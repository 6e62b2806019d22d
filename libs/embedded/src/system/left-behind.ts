import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.js';
import { commandLine, isAlive, stopProcess } from './processes.js';

const Note = z.object({ owner: z.number(), pid: z.number(), command: z.string() });

/** Notes in a directory which server this process started, for the case that it is killed before it can stop it. */
export function noteServer(directory: string, name: string, pid: number): void {
  writeJson(join(directory, `${name}.server.json`), { owner: process.pid, pid, command: commandLine(pid) });
}

/**
 * Stops the servers noted in directories of this prefix whose owner is gone, and deletes those directories. A process
 * is stopped only if its whole command line is still the one noted. A repeat finds nothing.
 */
export async function stopLeftBehind(parent: string, prefix: string): Promise<void> {
  const directories = readdirSync(parent).filter((name) => name.startsWith(prefix));
  for (const directory of directories.map((name) => join(parent, name))) {
    const notes = notesIn(directory);
    if (notes.length === 0 || notes.some(({ owner }) => isAlive(owner))) continue;
    const ours = notes.filter(({ pid, command }) => isAlive(pid) && commandLine(pid) === command);
    await Promise.all(ours.map(({ pid }) => stopProcess(pid, 'SIGINT', 2000)));
    rmSync(directory, { recursive: true, force: true });
  }
}

function notesIn(directory: string): z.infer<typeof Note>[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.server.json'));
  return files.flatMap((name) => Note.safeParse(readJson(join(directory, name))).data ?? []);
}
