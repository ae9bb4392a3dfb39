package dev.hebb.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** The classes that rules are about: neither tests, nor what supports tests. */
public final class ShippedClasses implements ImportOption {
    private static final Pattern TEST_SUPPORT = Pattern.compile(".*/test-support(/target/|-[^/]*\\.jar).*");

    @Override
    public boolean includes(Location location) {
        return Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.matches(TEST_SUPPORT);
    }
}
