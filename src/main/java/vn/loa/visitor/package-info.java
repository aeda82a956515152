/**
 * Counting visits and views without knowing visitors: sums are kept, and hashes under the day's random key only while the
 * day lasts. The package knows which articles are public, and nothing about how they are read.
 */
package vn.loa.visitor;
