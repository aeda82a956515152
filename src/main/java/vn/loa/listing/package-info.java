/**
 * The list language: filters, sorting, pages, cursors, sparse fieldsets. A list declares what it has; this package makes
 * SQL of what a request asks for. Knows no feature.
 */
package vn.loa.listing;
