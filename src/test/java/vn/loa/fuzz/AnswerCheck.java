package vn.loa.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.problem.ProblemType;
import vn.loa.support.ContractCheck;

/** Checks that hold for every answer, whatever was sent. */
final class AnswerCheck {

    /** Names of classes, of SQL and of places on a disk; no request has them, so that no answer repeats them. */
    private static final Pattern LEAK = Pattern.compile("\\b(java|javax|jakarta|vn\\.loa|io\\.(quarkus|vertx|netty|smallrye)|org\\."
            + "(hibernate|jboss|postgresql|flywaydb)|com\\.fasterxml)\\.[a-z]|Exception\\b|SQLSTATE|\\bERROR: |/src/main/|/target/|"
            + "\\bat [a-z]+\\.[a-z.]+\\(|violates|\\bnull pointer", Pattern.CASE_INSENSITIVE);
    private static final List<Integer> FAILURES = List.of(500, 501, 502, 504);

    private final ContractCheck contract = new ContractCheck();

    /** Empty when all is well. */
    Optional<String> fault(FuzzRequest request, FuzzAnswer answer) {
        if (FAILURES.contains(answer.status())) {
            return Optional.of("is a " + answer.status());
        }
        try {
            contract.check(new ContractCheck.Answer(request.method(), request.path(), request.query(), answer.status(),
                    answer::header, answer.isJson() || answer.body().length == 0 ? answer.text() : "…"));
        } catch (AssertionError e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("cannot be read: " + e);
        }
        return answer.isSuccess() || answer.body().length == 0 ? Optional.empty() : problem(answer);
    }

    private static Optional<String> problem(FuzzAnswer answer) {
        String code = answer.json().path("code").asText();
        Optional<ProblemType> type = ProblemType.ofCode(code);
        if (type.isEmpty() || type.get().status() != answer.status()) {
            return Optional.of("has the status " + answer.status() + " and the code '" + code + "'");
        }
        return LEAK.matcher(answer.text()).find() ? Optional.of("tells too much") : Optional.empty();
    }
}
