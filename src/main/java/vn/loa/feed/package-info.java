/**
 * What is published here, told to others: feeds for readers' programs, a sitemap and JSON-LD for search engines. Reads
 * articles and never changes them.
 */
package vn.loa.feed;
