/**
 * From lines to paragraphs to the tree of sections: the letterhead, divisions, quotations, annexes, the closing. The
 * door is {@code DirectiveParser}.
 */
package vn.loa.text.structure;
