/** An HTML page as its readers see it: its lines, lists and tables, and its data for machines. Knows no article. */
package vn.loa.imports.html;
