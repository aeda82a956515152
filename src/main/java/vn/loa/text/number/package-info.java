/** Document numbers as values: parsing, printing, comparing, and finding them in running text. */
package vn.loa.text.number;
