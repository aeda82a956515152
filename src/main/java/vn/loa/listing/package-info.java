/**
 * The list language: filters, sorting, pages, cursors, sparse fieldsets. A list declares its fields; this package turns
 * a request's parameters into SQL. Knows no feature.
 */
package vn.loa.listing;
