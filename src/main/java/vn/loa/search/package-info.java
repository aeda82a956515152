/** Search of articles and sections, in the entries that {@link vn.loa.search.index} keeps. No other package knows this one. */
package vn.loa.search;
