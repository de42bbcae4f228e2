package dev.rialto.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A refusal with a stable code. It rolls the transaction back, so a refused request changes nothing. */
@ApplicationException(rollback = true, inherited = true)
public class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final List<FieldError> fields;

    DomainException(ErrorCode code, List<FieldError> fields) {
        super(code.code() + (fields.isEmpty() ? "" : " " + fields));
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> fields() {
        return fields;
    }
}
