/**
 * Reads Vietnamese official text: document numbers, dates, section structure, citations, and folding for search and
 * slugs. All functions are pure functions on strings. The package must not know HTTP, the database, a framework or any
 * feature of Loa.
 *
 * <p>All offsets are UTF-16 code units, as in Java strings. All functions run in time linear in the text: patterns are
 * possessive or bounded, and look-ahead has a limit.
 */
package vn.loa.text;
