/** What a browser finds besides the API: the first page, the reader's files, the guides. */
package vn.loa.app.pages;
