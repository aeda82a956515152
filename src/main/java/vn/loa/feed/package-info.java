/**
 * Announces published articles: feeds for feed readers, a sitemap and JSON-LD for search engines. Reads articles and
 * never changes them.
 */
package vn.loa.feed;
