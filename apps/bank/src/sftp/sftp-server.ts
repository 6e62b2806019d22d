import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import type { BankSettings } from '../settings.js';
import type { PostRoom } from './post-room.js';
import { SftpSession } from './sftp-session.js';

/** ssh2 has this on its server's connections; its types do not say so. */
type WithDelay = Connection & { setNoDelay(isWithout: boolean): void };

type Login = Pick<BankSettings, 'host' | 'port' | 'user' | 'password'>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function mayEnter(context: AuthContext, login: Login): boolean {
  if (context.method !== 'password') return false;
  const isUser = timingSafeEqual(digest(context.username), digest(login.user));
  const isPassword = timingSafeEqual(digest(context.password), digest(login.password));
  return isUser && isPassword;
}

function serve(connection: Connection, login: Login, room: PostRoom): void {
  connection.on('error', () => undefined);
  connection.on('authentication', (context) => {
    if (mayEnter(context, login)) context.accept();
    else context.reject(['password']);
  });
  connection.on('session', (accept) => {
    accept().on('sftp', (acceptSftp) => {
      const session = new SftpSession(acceptSftp(), room);
      connection.on('close', () => void session.end());
    });
  });
}

export interface RunningSftpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens for the payer: one user, by password, SFTP and nothing else (no shell, no forwarding). */
export async function startSftpServer(login: Login, privateKey: string, room: PostRoom): Promise<RunningSftpServer> {
  const connections = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [privateKey] }, (connection) => {
    // Answers are small and awaited: without this each one waits 40 ms for the other side's acknowledgement.
    (connection as WithDelay).setNoDelay(true);
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    serve(connection, login, room);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(login.port, login.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const connection of connections) connection.end();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
