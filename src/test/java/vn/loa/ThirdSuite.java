package vn.loa;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of three kinds that the other two processes would take longer for. Those with a {@code @TestProfile}: each profile
 * builds the application with other settings, and most of these tests wait. Those of jqwik. And packages whose tests need no
 * application.
 */
@Suite
@IncludeEngines({"junit-jupiter", "jqwik"})
@SelectPackages("vn.loa")
@IncludeClassNamePatterns(ThirdSuite.TESTS)
class ThirdSuite {

    private static final String WITH_A_PROFILE = "access\\.(IssuerAway|Token)|changes\\.(edge\\.EdgeServers|webhook\\.(Delivery|Recovery))|app\\.pages\\.Reader|http\\.(NamedOrigins|answer\\.(LargeAnswer|StalledReaders)|body\\.SlowBodies|pipeline\\.(IdleGuard|ReadLimit))"
            + "|interference\\.SickDatabase|search\\.OwnNames|visitor\\.(DroppedHits|Overload|read\\.VisitorsStream)";

    private static final String OF_JQWIK = "imports\\.HtmlWords";

    static final String TESTS = "vn\\.loa\\.(" + WITH_A_PROFILE + "|" + OF_JQWIK + "|(contract|directive|html|text)\\..*)Test";
}
