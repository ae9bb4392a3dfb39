package dev.hebb.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleLinksTest {
    private static final int A = 4;
    private static final int B = 7;
    private static final int C = 2;

    private final SampleLinks links = new SampleLinks();

    private boolean isHiddenDrive(Link peak) {
        return links.showHiddenDrive(A, peak, other -> links.between(other, B));
    }

    /** It drives A, B and C after 2, 9 and 14 ms, with couplings of 0.2, 0.25 and 0.1. */
    @Test
    void aHiddenNeuronThatDrivesThreeIsSeenByAllThreeLinks() {
        // Given
        links.add(A, C, new Link(12, 0.02));
        links.add(C, B, new Link(-5, 0.025));
        // When, Then
        assertThat(isHiddenDrive(new Link(7, 0.05))).isTrue();
        assertThat(isHiddenDrive(new Link(9, 0.05))).as("lags do not add up").isFalse();
    }

    @Test
    void aLinkIsTheSameFromBothSides() {
        // Given
        links.add(C, A, new Link(-12, 0.02));
        links.add(B, C, new Link(5, 0.025));
        // When, Then
        assertThat(links.between(A, C)).isEqualTo(new Link(12, 0.02));
        assertThat(isHiddenDrive(new Link(7, 0.05))).isTrue();
    }

    /** C is linked to both, but it does what three neurons of which one is the cause do: a link is a product. */
    @Test
    void aLinkThatTheOtherTwoMakeIsNoSignOfAHiddenNeuron() {
        // Given: C drives A with 0.2; A drives B with 0.3; so C is seen to drive B with 0.06
        links.add(C, A, new Link(4, 0.2));
        links.add(C, B, new Link(11, 0.06));
        // When, Then
        assertThat(isHiddenDrive(new Link(7, 0.3))).isFalse();
    }

    @Test
    void aRecordedCommonDriveIsNoSignOfAHiddenNeuron() {
        // Given: C drives A and B, so A is seen to drive B
        links.add(C, A, new Link(4, 0.2));
        links.add(C, B, new Link(11, 0.3));
        // When, Then
        assertThat(isHiddenDrive(new Link(7, 0.06))).isFalse();
    }

    @Test
    void twoLinksTellNothing() {
        // Given
        links.add(A, C, new Link(12, 0.02));
        // When, Then
        assertThat(isHiddenDrive(new Link(7, 0.05))).isFalse();
        assertThat(SampleLinks.NONE.showHiddenDrive(A, new Link(7, 0.05), other -> new Link(-5, 0.025)))
                .isFalse();
    }
}
