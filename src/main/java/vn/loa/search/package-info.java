/**
 * Search of articles and sections. Keeps the tables {@code search_entry}, {@code search_index} and {@code search_change} true
 * of the public articles and their directives, and reads them. No other package knows this one.
 */
package vn.loa.search;
