/** Composes Keygen's REST (KEYGEN_URL) into a supergraph; a license leads to its policy and its group by their ids. */
import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadJSONSchemaSubgraph } from '@omnigraph/json-schema';
import { group, groups, licenses, policies, policy } from './schemas.mjs';

const account = '/v1/accounts/demo';
const query = (field, path, responseSchema, argTypeMap = {}) => ({
  ...{ type: 'Query', method: 'GET', field, path: `${account}${path}`, responseSchema, argTypeMap },
});

export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadJSONSchemaSubgraph('keygen', {
        endpoint: process.env.KEYGEN_URL,
        operationHeaders: { authorization: 'Bearer admin-demo', accept: 'application/vnd.api+json' },
        operations: [
          query('licenses', '/licenses?page[size]=100&page[number]={args.page}', licenses, {
            page: { type: 'integer' },
          }),
          query('policies', '/policies?page[size]=100&page[number]=1', policies),
          query('groups', '/groups?page[size]=100&page[number]=1', groups),
          query('policy', '/policies/{args.id}', policy, { id: { type: 'string' } }),
          query('group', '/groups/{args.id}', group, { id: { type: 'string' } }),
        ],
      }),
    },
  ],
  additionalTypeDefs: `
    extend type KeygenLicense {
      policy: KeygenPolicyDocument @resolveTo(
        sourceName: "keygen", sourceTypeName: "Query", sourceFieldName: "policy",
        requiredSelectionSet: "{ relationships { policy { data { id } } } }", sourceArgs: { id: "{root.relationships.policy.data.id}" })
      group: KeygenGroupDocument @resolveTo(
        sourceName: "keygen", sourceTypeName: "Query", sourceFieldName: "group",
        requiredSelectionSet: "{ relationships { group { data { id } } } }", sourceArgs: { id: "{root.relationships.group.data.id}" })
    }`,
});
