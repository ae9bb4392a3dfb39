// Prints the records of "pruning-events" from the beginning, one JSON object a line, until Ctrl-C.
//
//     npm install && node subscribe.js [NETWORK] [BOOTSTRAP_SERVERS] [SCHEMA_REGISTRY]
//
// Without NETWORK, or with "-", it prints those of all networks.
import avro from "avsc";
import { randomUUID } from "node:crypto";
import { Kafka, logLevel } from "kafkajs";

const [network = "-", brokers = "127.0.0.1:9092", registry = "http://127.0.0.1:8081/apis/ccompat/v7"] =
  process.argv.slice(2);

const types = new Map();

// The schema that a record was written with: its id is in bytes 1 to 4 of the value.
async function typeOf(id) {
  if (!types.has(id)) {
    const answer = await fetch(`${registry}/schemas/ids/${id}`);
    if (!answer.ok) throw new Error(`the schema registry answers ${answer.status} for schema ${id}`);
    types.set(id, avro.Type.forSchema(JSON.parse((await answer.json()).schema)));
  }
  return types.get(id);
}

async function print({ message }) {
  if (message.value[0] !== 0) throw new Error(`offset ${message.offset} is not in Confluent's wire format`);
  const event = (await typeOf(message.value.readInt32BE(1))).fromBuffer(message.value.subarray(5));
  if (network === "-" || event.network === network) console.log(JSON.stringify(event));
}

const kafka = new Kafka({ brokers: brokers.split(","), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `hebb-subscribe-${randomUUID()}` });
process.once("SIGINT", () => consumer.disconnect());
await consumer.connect();
await consumer.subscribe({ topic: "pruning-events", fromBeginning: true });
await consumer.run({ autoCommit: false, eachMessage: print });
