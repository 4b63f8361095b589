import { describeRealServer } from './real-server.js';

// Only by `npm run test:eventstoredb`, which sees to it that there is a server.
describeRealServer('a real EventStoreDB', () => process.env.TAVOLO_TEST_EVENTSTOREDB ?? '');
