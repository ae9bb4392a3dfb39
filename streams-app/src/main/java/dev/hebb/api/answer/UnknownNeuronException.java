package dev.hebb.api.answer;

/** A network has never seen a spike of a neuron. */
public final class UnknownNeuronException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String network;
    private final int neuron;

    UnknownNeuronException(String network, int neuron) {
        super("network '" + network + "' has no neuron " + neuron);
        this.network = network;
        this.neuron = neuron;
    }

    public String network() {
        return network;
    }

    public int neuron() {
        return neuron;
    }
}
