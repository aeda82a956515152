/**
 * The HTTP vocabulary that every resource shares: problems, paging, parameters, limits, headers; and how rows are read
 * for it. Knows no feature.
 */
package vn.loa.web;
