/** Working copies: creating, saving, restoring and discarding them, and the slugs that they ask for. */
package vn.loa.article.edit;
