package dev.hebb.cli.export;

import dev.hebb.cli.export.hdf5.Hdf5File;
import dev.hebb.cli.export.hdf5.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Objects of an NWB file: what type they are, and an id of their own. */
record NwbObjects(Hdf5File file) {
    /** The attributes of an object of a type, to which more can be added. */
    Map<String, Value> typed(String namespace, String type) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("namespace", file.text(namespace));
        attributes.put("neurodata_type", file.text(type));
        attributes.put("object_id", file.text(UUID.randomUUID().toString()));
        return attributes;
    }
}
