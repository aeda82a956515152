/** Preview links, which show one working copy for a limited time to a person without a key. */
package vn.loa.article.preview;
