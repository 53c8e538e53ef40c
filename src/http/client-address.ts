import { BlockList, isIP, isIPv6 } from 'node:net';

/** Addresses that no client from the internet has: whoever comes from one of them is a proxy, or near. */
const NEAR = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const) {
  NEAR.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  NEAR.addSubnet(network, prefix, 'ipv6');
}

/**
 * The client that requests are counted by: an IPv4 address, or the 64 bits of an IPv6 one that a subscriber's line has for
 * itself. Null where nobody can tell one client from another: behind a proxy whose header is not named, or without a socket.
 */
export function clientOf(peer: string | undefined, headers: Headers, header: string | null): string | null {
  // What a proxy appends is last; what stands before it anybody may have written.
  const forwarded = header === null ? undefined : headers.get(header)?.split(',').at(-1)?.trim();
  const address = withoutPort(forwarded ?? peer ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(address);
  if (family === 0) return null;
  if (forwarded === undefined && NEAR.check(address, family === 6 ? 'ipv6' : 'ipv4')) return null;
  return isIPv6(address) ? networkOf(address) : address;
}

const withoutPort = (address: string) =>
  /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const between = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const first = [...before, ...between, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::/64`;
}
