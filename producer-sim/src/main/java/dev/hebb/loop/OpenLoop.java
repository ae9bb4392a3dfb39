package dev.hebb.loop;

import dev.hebb.produce.Feed;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.produce.SpikeSource;
import dev.hebb.tissue.SynapseNews;
import java.io.IOException;
import java.util.List;

/** Plasticity of an open loop: sends spikes, and reads no results. */
public final class OpenLoop implements Plasticity {
    private static final long LONGEST_SILENCE_MICROS = 1_000_000;

    private final Feed feed;
    private long saidMicros = Long.MAX_VALUE;

    /** @param feed sends the spikes; its own pace is not needed, as it gets them when they are due */
    public OpenLoop(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void live(SpikeBlock spikes, long untilMicros) throws IOException, InterruptedException {
        if (!spikes.isEmpty()) {
            feed.run(new Once(spikes));
            saidMicros = untilMicros;
        } else if (saidMicros != Long.MAX_VALUE && untilMicros - saidMicros >= LONGEST_SILENCE_MICROS) {
            feed.heartbeat(untilMicros);
            saidMicros = untilMicros;
        }
    }

    @Override
    public List<SynapseNews> newsOf(long window) {
        return List.of();
    }

    /** A block as a source. */
    private static final class Once implements SpikeSource {
        private final SpikeBlock spikes;
        private boolean isRead;

        Once(SpikeBlock spikes) {
            this.spikes = spikes;
        }

        @Override
        public boolean read(SpikeBlock block) {
            block.clear();
            if (isRead) {
                return false;
            }
            isRead = true;
            block.addAll(spikes);
            return true;
        }
    }
}
