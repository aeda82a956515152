/**
 * Finding articles and sections. Knows what the public can read of articles and their directives, by the table
 * {@code search_entry} that the database keeps; nothing knows it.
 */
package vn.loa.search;
