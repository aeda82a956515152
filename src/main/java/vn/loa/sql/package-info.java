/** Reading rows with SQL. Knows no feature and no list. */
package vn.loa.sql;
