/** Shows one working copy to somebody without a key, for a while. */
package vn.loa.article.preview;
