/** SQL: reading rows, changing rows that are no entities, short transactions. Knows no feature and no list. */
package vn.loa.sql;
