/**
 * Turns a page of a portal into an article: reads pages as text or HTML and stores the result. Also loads the sample
 * content, which is made of such pages. Knows articles; the visitor counters receive a page's counters by an event.
 */
package vn.loa.imports;
