/**
 * Reads Vietnamese official text. Pure functions on strings: no package below this one knows HTTP, the database, a
 * framework or any feature of Loa.
 *
 * <p>All offsets are UTF-16 code units, Java's own. Everything runs in time linear in the text: patterns are possessive
 * or bounded, and look-ahead has a limit.
 */
package vn.loa.text;
