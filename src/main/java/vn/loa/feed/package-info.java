/**
 * What is published here, told to others: feeds for readers' programs, a sitemap and JSON-LD for search engines, and
 * the log of changes for systems that keep a copy. Reads articles and never changes them.
 */
package vn.loa.feed;
