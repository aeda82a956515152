package vn.loa.visitor.count;

import vn.loa.http.client.IpAddress;

/**
 * The address and user agent that a hit came from. They stay in memory until the hit is stored. Only hashes under the day's
 * key are stored.
 *
 * @param clientPrefix the address; of an IPv6 address the /64
 */
public record Visitor(IpAddress clientPrefix, String userAgent) {
}
