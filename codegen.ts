import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  DateTime: { input: 'string', output: 'string' },
  BigInt: { input: 'string | number', output: 'string' },
  JSONObject: { input: 'Record<string, unknown>', output: 'Record<string, unknown>' },
};

const connections = [
  'Source',
  'License',
  'Group',
  'Stack',
  'Pool',
  'Peer',
  'Target',
  'DataUsage',
  'Message',
  'Quota',
  'Policy',
];

/** SDL to resolver types, with mappers onto the domain; typed client documents for the tests. */
const config: CodegenConfig = {
  schema: ['schema/*.graphql'],
  emitLegacyCommonJSImports: false,
  generates: {
    'src/graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: '../context.js#GraphqlContext',
        scalars: { ID: 'string', DateTime: 'Date', BigInt: 'bigint', JSONObject: '../../domain/json.js#JsonObject' },
        mappers: {
          Source: '../reader.js#SourceView',
          License: '../../domain/evaluated.js#EvaluatedLicense',
          Group: '../../domain/entities.js#Group',
          Stack: '../../domain/entities.js#Stack',
          Pool: '../../domain/evaluated.js#EvaluatedPool',
          Peer: '../../domain/entities.js#Peer',
          Target: '../../domain/entities.js#Target',
          DataUsage: '../../domain/entities.js#DataUsage',
          Message: '../../domain/entities.js#Message',
          Quota: '../../domain/evaluated.js#Quota',
          ...Object.fromEntries(connections.map((name) => [`${name}Connection`, '../connection.js#Connection'])),
        },
      },
    },
    'test/generated/': {
      preset: 'client',
      documents: ['test/**/*.ts', '!test/generated/**'],
      presetConfig: { fragmentMasking: false },
      config: { useTypeImports: true, enumsAsTypes: true, scalars },
    },
  },
};

export default config;
