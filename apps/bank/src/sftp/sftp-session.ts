import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { posix } from 'node:path';
import ssh2, { type FileEntry, type SFTPWrapper } from 'ssh2';
import type { PostRoom } from './post-room.js';
import { attributesOf, NO_ATTRIBUTES, Refusal, statusOf } from './sftp-answers.js';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

type OpenThing = { readonly file: FileHandle } | { readonly names: string[]; readonly path: string };

/** One client's SFTP session on the post room: files may be written and renamed in `/in` and read everywhere. */
export class SftpSession {
  private readonly things = new Map<number, OpenThing>();
  private nextHandle = 1;

  constructor(
    private readonly sftp: SFTPWrapper,
    private readonly room: PostRoom,
  ) {
    this.serveFiles();
    this.serveDirectories();
  }

  /** Closes what a client that went away left open. */
  async end(): Promise<void> {
    for (const thing of this.things.values()) if ('file' in thing) await thing.file.close().catch(() => undefined);
    this.things.clear();
  }

  private serveFiles(): void {
    const { sftp } = this;
    sftp.on('OPEN', (request, path, flags) => {
      this.answerHandle(request, this.open(path, flags));
    });
    sftp.on('READ', (request, id, offset, length) => {
      this.answer(request, this.read(id, offset, length), (data) => {
        sftp.data(request, data);
      });
    });
    sftp.on('WRITE', (request, id, offset, data) => {
      this.answerDone(request, this.write(id, offset, data));
    });
    sftp.on('CLOSE', (request, id) => {
      this.answerDone(request, this.close(id));
    });
    sftp.on('FSTAT', (request, id) => {
      const found = this.fileOf(id).then((file) => file.stat());
      this.answer(request, found, (stats) => {
        sftp.attrs(request, attributesOf(stats));
      });
    });
  }

  private serveDirectories(): void {
    const { sftp } = this;
    const describe = (request: number, path: string) => {
      this.answer(request, lstat(this.room.localPath(path)), (stats) => {
        sftp.attrs(request, attributesOf(stats));
      });
    };
    // Clients set modes and times after an upload; here they mean nothing.
    const agree = (request: number) => {
      sftp.status(request, STATUS_CODE.OK);
    };
    sftp.on('OPENDIR', (request, path) => {
      this.answerHandle(request, this.openDirectory(path));
    });
    sftp.on('READDIR', (request, id) => {
      this.answer(request, this.readDirectory(id), (entries) => {
        sftp.name(request, entries);
      });
    });
    sftp.on('REALPATH', (request, path) => {
      const filename = posix.normalize(`/${path}`);
      sftp.name(request, [{ filename, longname: filename, attrs: NO_ATTRIBUTES }]);
    });
    sftp.on('RENAME', (request, from, to) => {
      this.answerDone(request, this.rename(from, to));
    });
    sftp.on('REMOVE', (request, path) => {
      this.answerDone(request, this.remove(path));
    });
    sftp.on('STAT', describe).on('LSTAT', describe).on('SETSTAT', agree).on('FSETSTAT', agree);
  }

  private answerDone(request: number, work: Promise<void>): void {
    this.answer(request, work, () => {
      this.sftp.status(request, STATUS_CODE.OK);
    });
  }

  private answerHandle(request: number, work: Promise<OpenThing>): void {
    this.answer(request, work, (thing) => {
      this.sftp.handle(request, this.keep(thing));
    });
  }

  private answer<Result>(request: number, work: Promise<Result>, reply: (result: Result) => void): void {
    work.then(reply).catch((error: unknown) => {
      this.sftp.status(request, statusOf(error));
    });
  }

  private keep(thing: OpenThing): Buffer {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(this.nextHandle, 0);
    this.things.set(this.nextHandle, thing);
    this.nextHandle += 1;
    return handle;
  }

  private inboxPath(path: string): string {
    if (!posix.normalize(`/${path}`).startsWith('/in/')) throw new Refusal(STATUS_CODE.PERMISSION_DENIED);
    return this.room.localPath(path);
  }

  private async open(path: string, flags: number): Promise<OpenThing> {
    const isWriting = (flags & OPEN_MODE.WRITE) !== 0;
    if (!isWriting) return { file: await open(this.room.localPath(path), 'r') };
    const { O_CREAT, O_RDWR, O_TRUNC } = constants;
    const truncate = (flags & OPEN_MODE.TRUNC) !== 0 ? O_TRUNC : 0;
    return { file: await open(this.inboxPath(path), O_CREAT | O_RDWR | truncate) };
  }

  private async openDirectory(path: string): Promise<OpenThing> {
    const local = this.room.localPath(path);
    return { names: await readdir(local), path: local };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a bad handle must reject, not throw
  private async fileOf(handle: Buffer): Promise<FileHandle> {
    const thing = this.things.get(handle.readUInt32BE(0));
    if (!thing || !('file' in thing)) throw new Refusal(STATUS_CODE.FAILURE);
    return thing.file;
  }

  private async read(handle: Buffer, offset: number, length: number): Promise<Buffer> {
    const file = await this.fileOf(handle);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    if (bytesRead === 0) throw new Refusal(STATUS_CODE.EOF);
    return buffer.subarray(0, bytesRead);
  }

  private async write(handle: Buffer, offset: number, data: Buffer): Promise<void> {
    await (await this.fileOf(handle)).write(data, 0, data.length, offset);
  }

  private async readDirectory(handle: Buffer): Promise<FileEntry[]> {
    const thing = this.things.get(handle.readUInt32BE(0));
    if (!thing || 'file' in thing) throw new Refusal(STATUS_CODE.FAILURE);
    const names = thing.names.splice(0, 200);
    if (names.length === 0) throw new Refusal(STATUS_CODE.EOF);
    const entries = names.map(async (filename) => {
      const found = await lstat(posix.join(thing.path, filename)).catch(() => undefined);
      const kind = found?.isDirectory() === true ? 'd' : '-';
      return found ? [{ filename, longname: `${kind}rw------- 1 bank bank`, attrs: attributesOf(found) }] : [];
    });
    return (await Promise.all(entries)).flat();
  }

  private async close(handle: Buffer): Promise<void> {
    const id = handle.readUInt32BE(0);
    const thing = this.things.get(id);
    this.things.delete(id);
    if (!thing || !('file' in thing)) return;
    // On disk before the client is told so: an order that was taken must survive the power cut after it.
    await thing.file.sync().catch(() => undefined);
    await thing.file.close();
  }

  private async remove(path: string): Promise<void> {
    await rm(this.inboxPath(path));
  }

  private async rename(from: string, to: string): Promise<void> {
    const target = this.inboxPath(to);
    const isTaken = await lstat(target).then(
      () => true,
      () => false,
    );
    if (isTaken) throw new Refusal(STATUS_CODE.FAILURE);
    await rename(this.inboxPath(from), target);
  }
}
