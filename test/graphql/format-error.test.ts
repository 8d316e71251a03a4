import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import { formatError } from '../../src/graphql/format-error.js';
import { StoreUnavailableError } from '../../src/store/repo.js';

it('tells of a write that the store was away for when to ask again, and nothing of the store', () => {
  const logged: unknown[] = [];
  const logger = { ...silentLogger, error: (...line: unknown[]) => void logged.push(line) };
  const failure = new StoreUnavailableError('no connection to db-7.internal:27017');
  const error = new GraphQLError(failure.message, { path: ['acknowledgeMessage'], originalError: failure });
  expect(formatError(logger)(error.toJSON(), error)).toEqual({
    message: 'the store cannot be reached at the moment; ask again in a few seconds',
    path: ['acknowledgeMessage'],
    extensions: { code: 'STORE_UNAVAILABLE', retryAfter: 5 },
  });
  expect(logged).toEqual([]);
});
