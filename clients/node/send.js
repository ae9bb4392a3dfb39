// Sends a minute of spikes: neuron 1 follows neuron 0 by 3 ms, ten times a second.
//
//     npm install && node send.js [NETWORK] [BOOTSTRAP_SERVERS] [SCHEMA_REGISTRY]
import avro from "avsc";
import { Kafka, Partitioners } from "kafkajs";

const [network = "node", brokers = "127.0.0.1:9092", registry = "http://127.0.0.1:8081/apis/ccompat/v7"] =
  process.argv.slice(2);

const answer = await fetch(`${registry}/subjects/spikes-value/versions/latest`);
if (!answer.ok) throw new Error(`the schema registry answers ${answer.status}: are the topics there?`);
const { id, schema } = await answer.json();
const spikes = avro.Type.forSchema(JSON.parse(schema), { wrapUnions: true });

function batch(origin, neurons, offsetsMicros) {
  const header = Buffer.alloc(5);
  header.writeInt32BE(id, 1);
  const value = { "dev.hebb.schema.SpikeBatch": { network, origin, neurons, offsetsMicros } };
  return { key: network, value: Buffer.concat([header, spikes.toBuffer(value)]) };
}

const producer = new Kafka({ brokers: brokers.split(",") }).producer({
  idempotent: true,
  createPartitioner: Partitioners.DefaultPartitioner, // that of Java
});
await producer.connect();
const messages = [];
for (let k = 0; k < 600; k++) messages.push(batch(k * 100_000, [0, 1], [0, 3000]));
messages.push(batch(61_000_000, [], [])); // a heartbeat: nothing before this time is still to come
await producer.send({ topic: "spikes", messages });
await producer.disconnect();
console.log(`1200 spikes of network ${network} sent`);
