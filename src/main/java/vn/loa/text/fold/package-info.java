/** One written form for the same words: normalising, folding accents, slugs, quotation marks. */
package vn.loa.text.fold;
