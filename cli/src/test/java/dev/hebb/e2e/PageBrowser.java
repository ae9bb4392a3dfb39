package dev.hebb.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that looks at the page. */
final class PageBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static final String SERIOUS = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations
                .filter(each => each.impact === 'serious' || each.impact === 'critical')
                .map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' | '))));
            """;

    private final ChromeDriver driver;

    private PageBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where there is no Chromium. */
    static void assume() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "needs Debian's packages chromium and chromium-driver");
    }

    static PageBrowser start(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,900",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new PageBrowser(new ChromeDriver(service, options));
    }

    void open(String url) {
        driver.get(url);
    }

    /** Waits until some element that this selector finds is visible, and has this in its text. */
    void await(String css, String text) {
        Awaitility.await(css + " with '" + text + "'").atMost(TIMEOUT).until(() -> shows(css, text));
    }

    private boolean shows(String css, String text) {
        try {
            return driver.findElements(By.cssSelector(css)).stream()
                    .anyMatch(element ->
                            element.isDisplayed() && element.getText().contains(text));
        } catch (StaleElementReferenceException drawnAgain) {
            return false;
        }
    }

    void click(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    /** Draws around an element with the button held down, just within its edges. */
    void drawAround(String css) {
        WebElement element = driver.findElement(By.cssSelector(css));
        int right = element.getSize().width / 2 - 5;
        int bottom = element.getSize().height / 2 - 5;
        new Actions(driver)
                .moveToElement(element, -right, -bottom)
                .clickAndHold()
                .moveToElement(element, right, -bottom)
                .moveToElement(element, right, bottom)
                .moveToElement(element, -right, bottom)
                .release()
                .perform();
    }

    void type(String css, String text) {
        WebElement field = driver.findElement(By.cssSelector(css));
        field.clear();
        field.sendKeys(text);
    }

    /** Chooses the option with this value. */
    void choose(String css, String value) {
        driver.findElement(By.cssSelector(css)).findElements(By.tagName("option")).stream()
                .filter(option -> value.equals(option.getDomProperty("value")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(css + " has no option " + value))
                .click();
    }

    /** Returns the number of elements that a CSS selector matches. */
    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    Object evaluate(String script) {
        return driver.executeScript(script);
    }

    /** Returns the faults that axe-core finds and rates as serious or worse. */
    @SuppressWarnings("unchecked")
    List<String> seriousFaults() throws IOException {
        try (InputStream axe = Objects.requireNonNull(PageBrowser.class.getResourceAsStream(AXE), AXE)) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) Objects.requireNonNull(driver.executeAsyncScript(SERIOUS));
    }

    /** Errors that the page wrote to the console, without answers of an app that is not ready yet. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("503 (Service Unavailable)"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
