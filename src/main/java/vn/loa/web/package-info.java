/**
 * The HTTP vocabulary that every resource shares: problems, paging, parameters, limits, headers. Knows no feature.
 */
package vn.loa.web;
