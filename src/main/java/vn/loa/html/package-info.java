/** The HTML of bodies: sanitising, blocks, words; also a writer of XML. Knows no article. */
package vn.loa.html;
