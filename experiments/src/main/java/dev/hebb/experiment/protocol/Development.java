package dev.hebb.experiment.protocol;

import dev.hebb.command.Command.Stage;
import dev.hebb.experiment.Circuit;
import dev.hebb.experiment.Experiment;
import dev.hebb.experiment.Laboratory;
import dev.hebb.experiment.Size;
import dev.hebb.experiment.loop.Connectome;
import dev.hebb.experiment.loop.Connectome.Pair;
import dev.hebb.experiment.loop.Diary;
import dev.hebb.experiment.loop.Subject;
import dev.hebb.experiment.report.Expectation;
import dev.hebb.experiment.report.Figure;
import dev.hebb.experiment.report.Figure.Mark;
import dev.hebb.experiment.report.Result;
import java.util.List;
import java.util.Set;

/** A young network is active all over; later half of its routes are practised on. */
public final class Development implements Experiment {
    private static final double REFINEMENT = 8;
    private static final double MATURITY = 20;
    private static final double END = 28;
    private static final String ALL = "all synapses";

    @Override
    public String name() {
        return "development";
    }

    @Override
    public String question() {
        return "In GROWTH all routes are practised, as spontaneous waves practise them in a young brain. From REFINEMENT on"
                + " only half of them are. How many synapses are there at which age, and which survive?";
    }

    @Override
    public String departures() {
        return "A brain prunes over months to years, this network within minutes. Which routes go on being practised is"
                + " given, not chosen by the network. Cells, axons and glia play no part, and a synapse stands for one"
                + " functional coupling, not for a number of boutons.";
    }

    @Override
    public Result run(Laboratory laboratory, Size size, long seed) throws InterruptedException {
        int chains = size.of(16, 8);
        Circuit circuit = new Circuit(seed)
                .area("cortex", 10 * chains)
                .bundle("practised", "cortex", chains, 3)
                .bundle("abandoned", "cortex", chains, 3)
                .practise("practised", 1.5, 0, END)
                .practise("abandoned", 1.5, 0, REFINEMENT);
        Subject subject = laboratory.subject("development", circuit.tissue());
        Set<Pair> used = subject.pairsOf("practised");
        Set<Pair> unused = subject.pairsOf("abandoned");
        subject.diary().keep(ALL, Connectome::size);
        subject.diary().keep("of practised routes", connectome -> connectome.existing(used));
        subject.diary().keep("of abandoned routes", connectome -> connectome.existing(unused));
        subject.live(Minutes.micros(REFINEMENT));
        Set<Pair> usedBefore = subject.connectome().conducting(used);
        double unusedBefore = subject.connectome().existing(unused);
        subject.command(new Stage("REFINEMENT", Stage.AGE_AS_BEFORE));
        subject.live(Minutes.micros(MATURITY - REFINEMENT));
        subject.command(new Stage("MATURITY", Stage.AGE_AS_BEFORE));
        subject.live(Minutes.micros(END - MATURITY));
        return new Result(
                List.of(
                        fall(subject.diary()),
                        settled(subject.diary()),
                        Expectation.atLeast(
                                "synapses of practised routes that survive and conduct",
                                (double) subject.connectome().active(usedBefore) / usedBefore.size(),
                                0.9),
                        Expectation.atLeast(
                                "synapses of abandoned routes that are gone",
                                1 - subject.connectome().existing(unused) / unusedBefore,
                                0.8)),
                List.of(Figure.lines(
                        "development-synapses",
                        "Synapses overshoot and are pruned to what is used",
                        "synapses",
                        Charts.all(subject.diary()),
                        List.of(
                                new Mark(0, "GROWTH"),
                                new Mark(REFINEMENT, "REFINEMENT"),
                                new Mark(MATURITY, "MATURITY")))));
    }

    private static Expectation fall(Diary diary) {
        double peak = diary.max(ALL, 0, Minutes.micros(END));
        return Expectation.between("fall of the number of synapses from its peak", 1 - last(diary) / peak, 0.3, 0.6);
    }

    private static Expectation settled(Diary diary) {
        long from = Minutes.micros(END - 4);
        double spread = diary.max(ALL, from, Minutes.micros(END)) - diary.min(ALL, from, Minutes.micros(END));
        return Expectation.atMost("change of that number in the last four minutes", spread / last(diary), 0.1);
    }

    private static double last(Diary diary) {
        return diary.at(ALL, Minutes.micros(END));
    }
}
