// A way in of its own: who uses the embedded log loads no gRPC.
export { EventStoreDbEventStore } from './eventstoredb-event-store.js';
