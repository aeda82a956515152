/** Limits the size of answers and the memory that they take, and sends long ones in parts and pieces. Knows no feature. */
package vn.loa.http.answer;
