package vn.loa.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract, compared with the one that was released last. */
class ContractGateTest {

    private static final Path CHANGELOG = Path.of("src/docs/changelog.md");

    /** {@code -Dcontract.keep} takes the present contract as released; {@code -Dcontract.changelog} writes the changelog. */
    @BeforeAll
    static void written() throws IOException {
        if (System.getProperty("contract.changelog") != null || System.getProperty("contract.keep") != null) {
            Files.writeString(CHANGELOG,
                    Changelog.written(Files.readString(CHANGELOG), KeptContract.latest(), KeptContract.present()));
        }
        if (System.getProperty("contract.keep") != null) {
            KeptContract.keepPresent();
        }
    }

    @Test
    void a_change_of_the_contract_says_so_in_its_version() {
        assertEquals("", KeptContract.refusal(KeptContract.latest(), KeptContract.present()).orElse(""));
    }

    @Test
    void the_changelog_is_current() throws IOException {
        String page = Files.readString(CHANGELOG);
        assertEquals(Changelog.written(page, KeptContract.latest(), KeptContract.present()), page,
                "mvn test -Dtest=ContractGateTest -Dcontract.changelog writes it");
    }
}
