/**
 * Proposed consolidated texts: what a document may read on a day, made of its text and of the public texts that amend it, for
 * editors. The reading is done by {@code vn.loa.text.consolidate}. Nothing here is shown to readers or published by itself.
 */
package vn.loa.effect.consolidate;
