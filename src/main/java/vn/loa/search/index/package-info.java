/**
 * Making the search index. Keeps the tables {@code search_entry}, {@code search_index} and {@code search_change} true of the
 * public articles and their directives. Does not know how they are searched.
 */
package vn.loa.search.index;
