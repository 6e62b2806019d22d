import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';

const LIMIT_BYTES = 8 * 1024 * 1024;

/** Appends what a child says to a file and keeps one older file, so that a log cannot fill the disk. */
export class RotatingLog {
  private file: number;
  private size: number;

  constructor(
    private readonly path: string,
    private readonly limitBytes = LIMIT_BYTES,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'a', 0o600);
    this.size = statSync(path).size;
  }

  follow(stream: Readable): void {
    stream.on('data', (chunk: Buffer) => {
      this.write(chunk);
    });
  }

  write(chunk: Buffer): void {
    if (this.size + chunk.length > this.limitBytes) this.rotate();
    writeSync(this.file, chunk);
    this.size += chunk.length;
  }

  close(): void {
    closeSync(this.file);
  }

  private rotate(): void {
    closeSync(this.file);
    renameSync(this.path, `${this.path}.1`);
    this.file = openSync(this.path, 'a', 0o600);
    this.size = 0;
  }
}
