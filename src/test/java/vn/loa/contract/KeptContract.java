package vn.loa.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.contract.Contract.Version;
import vn.loa.contract.Difference.Kind;

/** The contract as it was released last. Says whether another contract may follow it under its version. */
final class KeptContract {

    static final Path FOLDER = Path.of("src/test/resources/contract");
    static final Path PRESENT = Path.of("openapi.yaml");

    private KeptContract() {
    }

    static Contract latest() {
        return kept().stream().map(KeptContract::read).max(Comparator.comparing(Contract::version)).orElseThrow();
    }

    static Contract present() {
        return read(PRESENT);
    }

    /** Replaces the released contract with the present one. */
    static void keepPresent() {
        Contract present = present();
        try {
            for (Path old : kept()) {
                Files.delete(old);
            }
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("openapi-" + present.version() + ".yaml"), present.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reason why a contract must not follow another one; empty if it may. */
    static Optional<String> refusal(Contract before, Contract after) {
        List<Difference> differences = ContractDifferences.between(before, after);
        List<String> breaking = Stream.concat(differences.stream().filter(one -> one.kind() == Kind.BREAKING).map(Difference::toString),
                OpenApiDiff.breaking(before, after).stream().map(found -> "openapi-diff: " + found)).toList();
        Version old = before.version();
        Version now = after.version();
        if (!breaking.isEmpty() && now.major() <= old.major()) {
            return Optional.of("These changes break clients of version " + old + ", so info.version has to be " + (old.major() + 1)
                    + ".0.0 or greater, and not " + now + ":\n" + String.join("\n", breaking));
        }
        if (!differences.isEmpty() && now.compareTo(new Version(old.major(), old.minor() + 1, 0)) < 0) {
            return Optional.of("The contract is another than version " + old + ", so info.version has to be " + old.major() + "."
                    + (old.minor() + 1) + ".0 or greater, and not " + now + ":\n"
                    + String.join("\n", differences.stream().map(Difference::toString).toList()));
        }
        return Optional.empty();
    }

    private static List<Path> kept() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("openapi-")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract read(Path file) {
        try {
            return Contract.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
