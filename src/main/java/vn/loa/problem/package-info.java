/** Errors as RFC 9457 has them: the closed list, its pages, and how exceptions become problems. Knows no feature. */
package vn.loa.problem;
