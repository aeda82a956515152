/** Errors in the form of RFC 9457: the closed list of problems, and the pages that explain them. Knows no feature. */
package vn.loa.problem;
