/**
 * Search of articles and sections. Reads the public articles and their directives in the table {@code search_entry},
 * which the database maintains. No other package knows this one.
 */
package vn.loa.search;
