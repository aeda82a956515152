package vn.loa.imports.file.child;

/** A straight line drawn on a page, horizontal or vertical, in points from the upper left corner. */
record Rule(float left, float top, float right, float bottom) {

    boolean isHorizontal() {
        return right - left >= bottom - top;
    }

    float length() {
        return isHorizontal() ? right - left : bottom - top;
    }

    float x() {
        return (left + right) / 2;
    }

    float y() {
        return (top + bottom) / 2;
    }

    boolean touches(Rule other, float tolerance) {
        return left - tolerance <= other.right && other.left - tolerance <= right && top - tolerance <= other.bottom
                && other.top - tolerance <= bottom;
    }
}
