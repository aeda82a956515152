/** The steps in an article's life: creating, saving, publishing, withdrawing, removing, restoring. */
package vn.loa.article.publish;
