/**
 * Proposes the text of a document as amended: applies the instructions of amending texts that fit its text exactly, names each
 * change with its instruction, and lists the other instructions with the reason. Never official. The doors are
 * {@link Consolidator} and {@link OfficialComparison}.
 */
package vn.loa.text.consolidate;
