package vn.loa.text.consolidate;

/** An instruction that was left alone. */
public record NotApplied(Instruction instruction, Refusal reason) {}
