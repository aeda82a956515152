/** Reads request bodies within limits of size, memory, number and time. Knows no feature. */
package vn.loa.http.body;
