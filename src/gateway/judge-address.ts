import ipaddr from 'ipaddr.js';
import { isLoopbackHost } from '#domain/origin.ts';

/** May a connection made for this host name go to this IP address? */
export type JudgeAddress = (address: string, hostname: string) => boolean;

/** Where clouds hand out credentials to whoever asks, outside of the link-local range. */
const metadataAddresses = new Set(['100.100.100.200', '168.63.129.16', 'fd00:ec2::254']);
const privateRanges = new Set(['private', 'uniqueLocal', 'carrierGradeNat']);

/**
 * A name for this machine may lead to this machine only, any other name never to it. Nothing leads to link-local,
 * multicast, reserved or translated (NAT64, 6to4, Teredo) ranges. Private ranges are allowed where servers are
 * self-hosted: those stand beside the laptop.
 */
export function createAddressJudge(isPrivateAllowed: boolean): JudgeAddress {
  return (address, hostname) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    const range: string = parsed.range();
    if (isLoopbackHost(ipaddr.IPv6.isValid(hostname) ? `[${hostname}]` : hostname))
      return range === 'loopback';
    if (metadataAddresses.has(parsed.toString())) return false;
    return range === 'unicast' || (isPrivateAllowed && privateRanges.has(range));
  };
}
