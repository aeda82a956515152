/** Steps that happen at a time. */
package vn.loa.article.schedule;
