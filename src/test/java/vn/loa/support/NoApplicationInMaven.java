package vn.loa.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Maven looks into the test classes before it starts two processes for them. To read a Quarkus test, Quarkus builds the
 * application, once for each profile of settings: half a minute that only the processes need.
 */
public class NoApplicationInMaven implements LauncherSessionListener {

    /** With this system property Quarkus leaves the reading of test classes to JUnit. */
    private static final String PLAIN_CLASSES = "prod.mode.tests";

    private static boolean isMaven() {
        return System.getProperty("maven.home") != null;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (isMaven()) {
            System.setProperty(PLAIN_CLASSES, "true");
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (isMaven()) {
            System.clearProperty(PLAIN_CLASSES);
        }
    }
}
