package vn.loa.text.consolidate;

import vn.loa.text.structure.EId;

/**
 * A change of the text.
 *
 * @param at the provision that it changed, inserted or repealed
 * @param before the words before, a line for each heading and paragraph; empty for what was inserted
 * @param after the words after
 */
public record AppliedChange(Instruction instruction, EId at, String before, String after) {}
