package dev.hebb.framing;

/** Receiver of frames and refusals. */
public interface FramingOutput extends FrameSink {
    /**
     * Something in a record is refused; at most once for each record and reason, except that spikes that were held
     * together may be refused at different times.
     *
     * @param source the record
     * @param spikes how many of its spikes are refused; 1 for a heartbeat or a control event
     * @param detail for the person who sent it
     */
    void rejected(SourceRecord source, RejectReason reason, int spikes, String detail);
}
