/**
 * A portal's page in, an article out: reading pages as text or HTML, storing what was found, and the sample content,
 * which is made of pages. Knows articles; those who count hear of a page's counters by an event.
 */
package vn.loa.imports;
