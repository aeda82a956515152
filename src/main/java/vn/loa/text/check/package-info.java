/** Finds the statements about law in any text that can be checked: which document and part is cited, and what is quoted from it. */
package vn.loa.text.check;
