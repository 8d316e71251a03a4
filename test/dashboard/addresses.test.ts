import { describe, expect, it } from 'vitest';
import { historyPath, nodeIdOf, nodePath } from '../../src/dashboard/addresses.js';
import { globalId } from '../../src/domain/ids.js';

describe('the address of an object', () => {
  const ids = ['Source:splunk', globalId('Pool', 'splunk', 'a b/c:d%2Fe?#ü'), globalId('Peer', 'splunk', '%')];

  it.each(ids)('leads back to its id: %s', (id) => {
    expect(nodeIdOf(new URL(nodePath(id), 'http://localhost').pathname)).toBe(id);
    expect(new URL(historyPath(id), 'http://localhost').searchParams.get('subject')).toBe(id);
  });

  it('is no id when nobody could have made it', () => {
    expect(nodeIdOf('/node/%E0%A4%A')).toBe('%E0%A4%A');
  });
});
