#!/usr/bin/env python3
"""A live producer in 50 lines: ten neurons at 10 Hz, of which neuron 1 follows neuron 0 by 3 ms.

    pip install confluent-kafka fastavro
    python3 examples/live_producer.py [SECONDS] [NETWORK] [BOOTSTRAP_SERVERS] [SCHEMA_REGISTRY]
"""
import io, json, random, struct, sys, time, urllib.request

import confluent_kafka, fastavro

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
network = sys.argv[2] if len(sys.argv) > 2 else "rig"
brokers = sys.argv[3] if len(sys.argv) > 3 else "127.0.0.1:9092"
registry = sys.argv[4] if len(sys.argv) > 4 else "http://127.0.0.1:8081/apis/ccompat/v7"

# The schema that the topic's subject holds, and the id that every message names.
with urllib.request.urlopen(f"{registry}/subjects/spikes-value/versions/latest") as answer:
    subject = json.load(answer)
schema = fastavro.parse_schema(json.loads(subject["schema"]))
header = struct.pack(">bI", 0, subject["id"])

producer = confluent_kafka.Producer({"bootstrap.servers": brokers, "enable.idempotence": True, "linger.ms": 5})


def arrived(error, _message):
    if error is not None:
        sys.exit(f"Kafka did not take a batch: {error}")


def send(spikes, now):
    """Sends [(time, neuron)] in epoch microseconds; an empty list says that nothing before now is still to come."""
    origin = min((t for t, _ in spikes), default=now)
    batch = {
        "network": network,
        "origin": origin,
        "neurons": [neuron for _, neuron in spikes],
        "offsetsMicros": [t - origin for t, _ in spikes],
    }
    value = io.BytesIO(header)
    value.seek(0, io.SEEK_END)
    fastavro.schemaless_writer(value, schema, ("dev.hebb.schema.SpikeBatch", batch))
    producer.produce("spikes", key=network, value=value.getvalue(), on_delivery=arrived)
    producer.poll(0)


sent, step = 0, 0.05
end = time.time() + seconds
while time.time() < end:
    time.sleep(step)
    now = time.time_ns() // 1000
    spikes = [(now - random.randrange(int(step * 1e6)), n) for n in range(10) if n != 1 and random.random() < 10 * step]
    spikes += [(t + 3000, 1) for t, n in spikes if n == 0 and t + 3000 <= now]
    send(spikes, now)
    sent += len(spikes)
producer.flush()
print(f"{sent} spikes of network {network} sent")
