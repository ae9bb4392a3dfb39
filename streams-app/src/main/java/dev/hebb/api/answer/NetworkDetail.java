package dev.hebb.api.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hebb.api.view.NetworkPart;
import java.util.List;

/**
 * A network, and what each of its shards says of it.
 *
 * @param total over all shards
 * @param shards by number
 */
public record NetworkDetail(@JsonUnwrapped NetworkAnswer total, List<NetworkPart> shards) {
    public NetworkDetail {
        shards = List.copyOf(shards);
    }
}
