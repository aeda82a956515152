/** HTML of bodies: sanitising, blocks, words; and writing XML. Knows no article. */
package vn.loa.html;
