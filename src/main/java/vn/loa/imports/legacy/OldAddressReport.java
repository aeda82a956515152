package vn.loa.imports.legacy;

/**
 * What became of old addresses that were sent.
 *
 * @param recorded how many are new
 * @param unchanged how many were recorded already, and lead to the same
 */
record OldAddressReport(int recorded, int unchanged) {
}
