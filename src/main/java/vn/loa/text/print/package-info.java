/** What a printed page adds to a text: running heads, page numbers, footnotes, capitals. */
package vn.loa.text.print;
