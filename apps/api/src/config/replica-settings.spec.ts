import { describe, expect, it } from '@jest/globals';
import { BadConfig } from './bad-config.js';
import { replicaSettingsOf } from './replica-settings.js';

describe('what a server is to the other replicas', () => {
  it('is patient with the holder of the lease for ten seconds, or as long as it is told', () => {
    expect(replicaSettingsOf({}).patienceMs).toBe(10_000);
    expect(replicaSettingsOf({ TAVOLO_LEASE_SECONDS: '1' }).patienceMs).toBe(1_000);
    expect(replicaSettingsOf({ TAVOLO_LEASE_SECONDS: '300' }).patienceMs).toBe(300_000);
  });

  it.each(['0', '301', '1.5', 'ten', ''])('is not patient for «%s» seconds', (seconds) => {
    const read = () => replicaSettingsOf({ TAVOLO_LEASE_SECONDS: seconds });
    expect(read).toThrow(BadConfig);
    expect(read).toThrow(`TAVOLO_LEASE_SECONDS is ${seconds}: write a whole number from 1 to 300.`);
  });
});
