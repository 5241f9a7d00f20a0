import { BlockList, isIPv6 } from "node:net";

const nearby = new BlockList();
nearby.addSubnet("127.0.0.0", 8);
nearby.addSubnet("10.0.0.0", 8);
nearby.addSubnet("172.16.0.0", 12);
nearby.addSubnet("192.168.0.0", 16);
nearby.addAddress("::1", "ipv6");
nearby.addSubnet("fc00::", 7, "ipv6");

/**
 * Whose word about the caller's address counts: with a public URL there is a proxy in front, and it is the nearest
 * hop, from a private address. Everything further along the header could be anybody's invention.
 */
export function trustProxy(
  publicUrl: string | undefined,
): false | ((address: string, hop: number) => boolean) {
  if (publicUrl === undefined) return false;
  return (address, hop) => hop === 0 && nearby.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
