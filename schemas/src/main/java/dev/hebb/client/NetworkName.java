package dev.hebb.client;

import dev.hebb.framing.RejectReason;
import java.util.Optional;

/** Rule for the names of networks. */
public final class NetworkName {
    /** Greatest length of a name, in UTF-16 units. */
    public static final int LONGEST = 200;

    private NetworkName() {}

    /** Returns what is wrong with the name; empty if it may be used. */
    public static Optional<RejectReason> flaw(String name) {
        if (name.isBlank()) {
            return Optional.of(RejectReason.EMPTY_NETWORK);
        }
        if (name.length() > LONGEST) {
            return Optional.of(RejectReason.BAD_NETWORK_NAME);
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return Optional.of(RejectReason.BAD_NETWORK_NAME);
            }
        }
        return Optional.empty();
    }

    /** The rule in words, for messages. */
    public static String rule() {
        return "a network's name has 1 to " + LONGEST + " characters, not all of them blank, none a control character";
    }
}
