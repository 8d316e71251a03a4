import type { CodegenConfig } from '@graphql-codegen/cli';

const {
  GATEWAY_URL = 'http://127.0.0.1:4000',
  GATEWAY_KEY = '',
  SCHEMA = `${GATEWAY_URL}/schema.graphql`,
} = process.env;

/** The schema of a running gateway, by any key of it; or of a file, such as one kept from `curl …/schema.graphql`. */
const schema = SCHEMA.startsWith('http')
  ? { [SCHEMA]: { handleAsSDL: true, headers: { authorization: `Bearer ${GATEWAY_KEY}` } } }
  : SCHEMA;

const config: CodegenConfig = {
  schema: [schema],
  documents: ['src/**/*.ts', '!src/generated/**'],
  emitLegacyCommonJSImports: false,
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: {
        // A component sees the fields of its own fragment and no others; `unmask` opens that.
        fragmentMasking: { unmaskFunctionName: 'unmask' },
        // src/generated/persisted-documents.json, for the gateway's graphql.persistedOperations.
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        // Texts: no GraphQL library is needed to send them.
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          // Both are texts in JSON; src/scalars.ts makes of them what one calculates with.
          DateTime: { input: 'string', output: 'import("../scalars.js").DateTimeText' },
          BigInt: { input: 'string | number', output: 'import("../scalars.js").BigIntText' },
          JSONObject: { input: 'Record<string, unknown>', output: 'Record<string, unknown>' },
        },
      },
    },
  },
};

export default config;
