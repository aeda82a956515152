/**
 * Counting visits and views without knowing visitors: sums are kept, hashes under the day's random key are not. Knows
 * which articles are public, and nothing of how they are read.
 */
package vn.loa.visitor;
