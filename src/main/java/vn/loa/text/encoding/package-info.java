/** Letters that were written in another encoding than Unicode, or were decoded wrongly, as the letters that they are. */
package vn.loa.text.encoding;
