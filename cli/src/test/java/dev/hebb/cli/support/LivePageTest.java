package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivePageTest {
    private final LivePage page = new LivePage("http://127.0.0.1:8090");

    @Test
    void isOpenedByTheProgramOfEachSystem() {
        assertThat(page.opener("Linux")).containsExactly("xdg-open", "http://127.0.0.1:8090/");
        assertThat(page.opener("Mac OS X")).containsExactly("open", "http://127.0.0.1:8090/");
        assertThat(page.opener("Windows 11")).startsWith("rundll32").endsWith("http://127.0.0.1:8090/");
    }
}
