import { describe, expect, it } from 'vitest';
import { askedOf, errorAt, readScenario, writeScenario } from '../../../../src/dashboard/views/what-if/scenario.js';

const scenario = {
  sourceId: 'Source:splunk',
  at: '2026-12-31',
  pools: [
    { poolId: 'Pool:splunk:a,"b"', quota: '' },
    { poolId: 'Pool:splunk:web', quota: ' 5 GB ' },
  ],
  add: [{ stackId: 'Stack:splunk:enterprise', quotaBytes: '9223372036854775807', expires: '' }],
  drop: ['License:splunk:x%2Fy'],
};

describe('a scenario', () => {
  it('goes through an address unchanged, whatever its ids hold', () => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(writeScenario(scenario))) if (value !== null) params.set(name, value);
    expect(readScenario(new URLSearchParams(params.toString()))).toEqual(scenario);
  });

  it('leaves out what in an address is no scenario', () => {
    const params = new URLSearchParams('source=Source:splunk&pools=[1,{&add={"a":1}&drop=[["x"],3]');
    expect(readScenario(params)).toEqual({ sourceId: 'Source:splunk', at: '', pools: [], add: [], drop: ['x'] });
  });

  it('asks only about what is filled in, up to the end of the day by the clock of the source', () => {
    const asked = askedOf(scenario, '-07:00');
    expect(asked?.input).toEqual({
      sourceId: 'Source:splunk',
      at: '2027-01-01T06:59:59.999Z',
      pools: [{ poolId: 'Pool:splunk:web', quota: '5GB' }],
      addLicenses: [{ stackId: 'Stack:splunk:enterprise', quotaBytes: '9223372036854775807', expiresAt: null }],
      removeLicenseIds: ['License:splunk:x%2Fy'],
    });
    // What is said of the first pool that was sent belongs to the second row.
    const errors = [{ message: 'no quota', path: ['pools', '0', 'quota'] }];
    expect(errorAt(errors, asked, 'pools', 1)).toBe('no quota');
    expect(errorAt(errors, asked, 'pools', 0)).toBeUndefined();
  });
});
