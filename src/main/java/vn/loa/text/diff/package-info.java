/** What changed between two texts: paragraphs, words. */
package vn.loa.text.diff;
