/**
 * Checks what a text says of law against what is published here: whether the documents and provisions that it cites exist, whether
 * they are in force, and whether they have the words that it quotes.
 */
package vn.loa.citation.check;
