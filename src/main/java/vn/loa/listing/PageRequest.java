package vn.loa.listing;

import jakarta.ws.rs.QueryParam;
import vn.loa.problem.Problem;

/** The page and size that a client asks for. Values out of range are refused, never clamped. */
public record PageRequest(
        @QueryParam("page")
        Integer page,
        @QueryParam("size")
        Integer size) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;
    /** The highest page number, because an offset costs the database as many rows as it skips. */
    public static final int MAX_PAGE = 10_000;

    public PageRequest {
        requireBetween("page", page, MAX_PAGE);
        requireBetween("size", size, MAX_SIZE);
    }

    private static void requireBetween(String name, Integer value, int max) {
        if (value != null && (value < 1 || value > max)) {
            throw Problem.invalidParameter(name, "out-of-range", "must be between 1 and " + max).asException();
        }
    }

    /** From 1. */
    public int number() {
        return page == null ? 1 : page;
    }

    public int limit() {
        return size == null ? DEFAULT_SIZE : size;
    }

    /** The number of rows to skip. */
    public int offset() {
        return offset(limit());
    }

    /** The number of rows to skip when the pages have this size. */
    public int offset(int size) {
        return (number() - 1) * size;
    }
}
