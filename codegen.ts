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
  'AuditEntry',
];

/** SDL to resolver types, with mappers onto the domain; typed client documents for the dashboard and the tests. */
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
          Node: '../reader.js#NodeModel',
          Quotable: '../reader.js#NodeModel',
          Source: '../source-view.js#SourceView',
          License: '../../domain/evaluated.js#EvaluatedLicense',
          SplunkLicense: '../../domain/evaluated.js#EvaluatedLicense',
          EnterpriseReconLicense: '../../domain/evaluated.js#EvaluatedLicense',
          KeygenLicense: '../../domain/evaluated.js#EvaluatedLicense',
          Group: '../../domain/entities.js#Group as GroupModel',
          SplunkGroup: '../../domain/entities.js#Group as GroupModel',
          KeygenGroup: '../../domain/entities.js#Group as GroupModel',
          Stack: '../../domain/entities.js#Stack as StackModel',
          Pool: '../../domain/evaluated.js#EvaluatedPool',
          Peer: '../../domain/entities.js#Peer as PeerModel',
          Target: '../../domain/entities.js#Target as TargetModel',
          EnterpriseReconTarget: '../../domain/entities.js#Target as TargetModel',
          KeygenMachine: '../../domain/entities.js#Target as TargetModel',
          KeygenPolicy: '../../domain/entities.js#Policy as PolicyModel',
          DataUsage: '../../domain/entities.js#DataUsage as DataUsageModel',
          Message: '../../domain/entities.js#Message as MessageModel',
          AuditEntry: '../../domain/audit.js#AuditEntry as AuditEntryModel',
          Quota: '../../domain/evaluated.js#Quota as QuotaModel',
          QuotaProjection: '../../domain/evaluated.js#Quota as QuotaModel',
          MutationError: '../../domain/mutation-error.js#MutationError as MutationErrorModel',
          ApiKey: '../../auth/authenticate.js#ApiKeyView',
          Overview: '../overview-model.js#OverviewModel',
          QuotaCounts: '../overview-model.js#QuotaCountsModel',
          ...Object.fromEntries(
            connections.map((name) => [`${name}Connection`, '../connection.js#Connection as ConnectionModel']),
          ),
        },
      },
    },
    'src/dashboard/generated/': {
      preset: 'client',
      documents: ['src/dashboard/**/*.{ts,tsx}', '!src/dashboard/generated/**'],
      presetConfig: {
        fragmentMasking: false,
        // The gateway lets its own page run these, whatever manifest it is given.
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      // Texts: no GraphQL library travels to the browser.
      config: { documentMode: 'string', useTypeImports: true, enumsAsTypes: true, scalars },
    },
    'test/generated/': {
      preset: 'client',
      documents: ['test/**/*.ts', '!test/generated/**'],
      presetConfig: {
        fragmentMasking: false,
        // persisted-documents.json: a manifest for the gateway's setting graphql.persistedOperations.
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: { useTypeImports: true, enumsAsTypes: true, scalars },
    },
  },
};

export default config;
