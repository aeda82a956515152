package vn.loa.database;

/** Another Loa is running on the same data. */
public class DataInUseException extends RuntimeException {

    DataInUseException(String message) {
        super(message);
    }
}
