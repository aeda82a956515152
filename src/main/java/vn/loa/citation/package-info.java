/** Which section cites which document. Knows articles and what they carry. */
package vn.loa.citation;
