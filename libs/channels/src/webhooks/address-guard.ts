import { BlockList, isIP } from 'node:net';

/** What is not the public internet (IANA special-purpose registries): a receiver there would let who registers it reach into our own network. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The one part of IPv6 that is routed on the internet, and what of it is not: documentation, and tunnels that carry an IPv4 address. */
const GLOBAL_UNICAST = ['2000::', 3] as const;
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1/128'];

/** Which addresses may be sent to. */
export class AddressGuard {
  private readonly refused = listOf(NOT_PUBLIC.map(([net, bits]) => `${net}/${bits}`));
  private readonly refused6 = listOf(NOT_PUBLIC_6.map(([net, bits]) => `${net}/${bits}`));
  private readonly global = listOf([GLOBAL_UNICAST.join('/')]);
  private readonly opened: BlockList;

  /** `networks` are those of one's own in which receivers stand (`10.20.0.0/16`); a sandbox has its own machine. */
  constructor({ networks, isSandbox }: { readonly networks: readonly string[]; readonly isSandbox: boolean }) {
    this.opened = listOf(isSandbox ? [...networks, ...LOOPBACK] : networks);
  }

  /** False for whatever is no address. */
  allows(address: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    const inside = (list: BlockList): boolean => list.check(address, family === 6 ? 'ipv6' : 'ipv4');
    if (inside(this.opened)) return true;
    return family === 4 ? !inside(this.refused) : inside(this.global) && !inside(this.refused6);
  }
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}
