/** Documents that were parsed and found valid, kept for Apollo: by what they really take, which is eight times what its own store believes. */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

const MOST_BYTES = 16 * 2 ** 20;
/** Of a parsed document, for each character of its text: measured. */
const BYTES_PER_CHARACTER = 80;

export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ loc }) => BYTES_PER_CHARACTER * (1 + (loc?.end ?? 0)),
  });
  return {
    get: async (key) => documents.get(key),
    async set(key, document) {
      documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}
