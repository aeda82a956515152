/**
 * Import jobs: a whole portal in one request. What was sent is stored in pieces, its items are found, and each item's result is
 * stored in the transaction that makes its article or file. Knows articles, files, categories, old addresses and counters.
 */
package vn.loa.imports.job;
