package dev.hebb.page.log;

import dev.hebb.schema.NetworkWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The life of a network as a bounded number of points. When there are too many, two adjacent ones become one, so that a
 * long life is told in coarser steps, and nothing of its counts is lost. Not thread-safe.
 */
final class LifeLog {
    /** Points that are kept at most. */
    static final int KEPT = 2_048;

    private TreeMap<Long, LifeBucket> buckets = new TreeMap<>();
    private long stride = 1;
    private long version;

    void add(NetworkWindow report) {
        LifeBucket bucket =
                buckets.computeIfAbsent(Math.floorDiv(report.getWindow(), stride), place -> new LifeBucket());
        bucket.add(report);
        bucket.version = ++version;
        while (buckets.size() > KEPT) {
            coarsen();
        }
    }

    private void coarsen() {
        stride *= 2;
        TreeMap<Long, LifeBucket> coarse = new TreeMap<>();
        buckets.forEach((place, bucket) -> coarse.merge(Math.floorDiv(place, 2), bucket, (one, later) -> {
            one.add(later);
            return one;
        }));
        buckets = coarse;
        // Every point is another one now.
        version++;
        buckets.values().forEach(bucket -> bucket.version = version);
    }

    /** Rises with every change: the cursor of a reader that has seen all. */
    long version() {
        return version;
    }

    /** Windows that a point stands for. */
    long stride() {
        return stride;
    }

    /** The complete points that changed behind a cursor, earliest first. */
    List<LifePoint> after(long cursor) {
        List<LifePoint> points = new ArrayList<>();
        for (LifeBucket bucket : buckets.values()) {
            if (bucket.version > cursor && bucket.isComplete()) {
                points.add(bucket.point());
            }
        }
        return points;
    }
}
