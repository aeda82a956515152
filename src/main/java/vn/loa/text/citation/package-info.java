/** Finds where a text names documents and their parts. The door is {@code CitationFinder}. */
package vn.loa.text.citation;
