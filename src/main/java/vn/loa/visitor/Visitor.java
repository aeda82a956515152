package vn.loa.visitor;

import vn.loa.web.IpAddress;

/**
 * Who sent a hit. Lives in memory until the hit is stored; only hashes under the day's key leave it.
 *
 * @param household the address, of IPv6 the /64
 */
record Visitor(IpAddress household, String userAgent) {
}
