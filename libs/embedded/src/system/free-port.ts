import { connect, createServer } from 'node:net';
import { portOwner, type PortOwner } from './port-owner.js';
import { silent, type Say } from './say.js';

/** Ports promised in this process but perhaps not bound yet, so that two servers are never promised the same one. */
const promised = new Set<number>();

/** The preferred port, or the next free one; says who has the preferred one, so nobody wonders where the page went. */
export async function freePort(preferred: number, what = 'Amanah', say: Say = silent): Promise<number> {
  const port = await firstFree(preferred);
  promised.add(port);
  if (port !== preferred) say(portTaken(what, preferred, ownerOf(preferred), port));
  return port;
}

function ownerOf(port: number): PortOwner | undefined {
  return promised.has(port) ? { pid: process.pid, name: 'Amanah itself' } : portOwner(port);
}

export function portTaken(what: string, port: number, owner: PortOwner | undefined, instead: number): string {
  const by = owner === undefined ? 'another process' : `${owner.name} (process ${owner.pid})`;
  return `${what}: port ${port} is taken by ${by}; using ${instead}`;
}

async function firstFree(preferred: number): Promise<number> {
  for (let port = preferred; port < Math.min(preferred + 200, 65_536); port += 1) {
    if (!promised.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port from ${preferred} on`);
}

/** Asks both ways: on some systems a port can be bound on loopback while another process answers there. */
async function isFree(port: number): Promise<boolean> {
  return !(await answers(port)) && (await canListen(port));
}

export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const settle = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => {
      settle(true);
    });
    socket.once('error', () => {
      settle(false);
    });
    socket.once('timeout', () => {
      settle(false);
    });
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () =>
      server.close(() => {
        resolve(true);
      }),
    );
  });
}
