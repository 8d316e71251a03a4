/** The API keys and their last uses: for those who see everything, since a key belongs to no source. */
import { GraphQLError } from 'graphql';
import { requireRole } from '../errors.js';
import type { QueryResolvers } from '../generated/resolvers.js';

export const apiKeys: QueryResolvers['apiKeys'] = (_root, _args, context) => {
  requireRole(context, 'ADMIN');
  if (context.viewer.sources !== null) {
    throw new GraphQLError('API keys belong to no source: this takes an admin who sees every source', {
      extensions: { code: 'FORBIDDEN' },
    });
  }
  return context.apiKeys();
};
