import { createServer, type Server } from 'node:net';
import { freePort, portTaken } from './free-port.js';
import { inodesIn } from './port-owner.js';

const listening = (port: number) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });

describe('free ports', () => {
  it('says who has a port', () => {
    const owner = { pid: 411, name: 'nginx' };
    expect(portTaken('Web', 3000, owner, 3002)).toBe('Web: port 3000 is taken by nginx (process 411); using 3002');
    expect(portTaken('Web', 3000, undefined, 3002)).toContain('by another process');
  });

  it('steps over a port in use and one promised before', async () => {
    const server = await listening(await freePort(42_000));
    const taken = (server.address() as { port: number }).port;
    const said: string[] = [];
    const next = await freePort(taken, 'Test', (line) => said.push(line));
    expect(next).toBeGreaterThan(taken);
    expect(await freePort(taken)).toBeGreaterThan(next);
    expect(said[0]).toMatch(new RegExp(`^Test: port ${taken} is taken by .+; using ${next}$`));
    server.close();
  });

  it('reads the table of sockets', () => {
    const row = (address: string, state: string, inode: string) =>
      `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1`;
    const table = [
      row('0100007F:0BB8', '0A', '77'),
      row('0100007F:0BB8', '01', '78'),
      row('0100007F:0BB9', '0A', '79'),
    ];
    expect(inodesIn(table.join('\n'), 3000)).toEqual(['77']);
  });
});
