package dev.hebb.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.command.Command;
import dev.hebb.command.Target;
import dev.hebb.command.TimedCommand;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Tissue;
import dev.hebb.tissue.TissueArea;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TissueControlTest {
    private final List<String> notes = new ArrayList<>();
    private final TissueControl control = new TissueControl(
            new Tissue(TissueSettings.of(CellModel.IZHIKEVICH, TissueArea.single("cortex", 20), 3)), notes::add);

    @Test
    void notesWhatComesTooLate() {
        // When
        expect(new Command.DefineArea("pair", new int[] {3, 2}));
        expect(new Command.Lesion(Target.neurons(3, 2)));
        expect(new Command.Stimulation(Target.area("pair"), 0.5, 7));
        expect(new Command.Stress(0.25, Command.FOREVER));

        // Then
        assertThat(notes)
                .containsExactly(
                        "define area 'pair' as neurons 2,3 was to begin at -5 µs, and begins at 0 µs, where the tissue"
                                + " is",
                        "lesion of neurons 2,3 was to begin at -5 µs, and begins at 0 µs, where the tissue is",
                        "stimulation 0.5 of area 'pair' until 7 µs was to begin at -5 µs, and begins at 0 µs, where"
                                + " the tissue is",
                        "stress 0.25 was to begin at -5 µs, and begins at 0 µs, where the tissue is");
        assertThat(control.nextMicros()).isEqualTo(-5);
    }

    @Test
    void notesAnAreaThatTheTissueDoesNotHave() {
        // Given
        control.expect(new TimedCommand(0, 0, new Command.Lesion(Target.area("moon")), "", "", 0));

        // When
        control.applyDue();

        // Then
        assertThat(notes).containsExactly("lesion of area 'moon' has no effect: the tissue knows no such area");
    }

    @Test
    void ignoresCommandsThatDoNotConcernTissue() {
        // When
        expect(new Command.Attention(Target.area("cortex"), 2, Command.FOREVER));
        expect(new Command.Stage("GROWTH", 0));
        expect(new Command.Gap(-5, 0));
        expect(new Command.NewEpoch(1));

        // Then
        assertThat(notes).isEmpty();
        assertThat(control.nextMicros()).isEqualTo(Long.MAX_VALUE);
    }

    private void expect(Command command) {
        control.expect(new TimedCommand(-5, 0, command, "", "", 0));
    }
}
