package vn.loa.visitor.count;

import vn.loa.http.client.IpAddress;

/**
 * Who sent a hit. Lives in memory until the hit is stored; only hashes under the day's key leave it.
 *
 * @param household the address, of IPv6 the /64
 */
public record Visitor(IpAddress household, String userAgent) {
}
