/** Limits the size of answers and the memory that they take. Knows no feature. */
package vn.loa.http.answer;
