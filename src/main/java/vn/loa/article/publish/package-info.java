/** The steps that the public sees: publishing, withdrawing and removing an article, and what follows from them. */
package vn.loa.article.publish;
