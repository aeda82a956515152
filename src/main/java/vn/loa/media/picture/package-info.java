/**
 * Images as bytes: what they say beside the image is removed, and they are scaled. Pure functions of bytes; knows no file, no
 * database and no article.
 */
package vn.loa.media.picture;
