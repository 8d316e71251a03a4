/** Has every operation counted, timed, traced and logged by its name, its type and how it ended. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import type { Logger } from '../domain/ports.js';
import { ANONYMOUS, type GatewayTelemetry, REFUSED } from '../telemetry/telemetry.js';
import type { GraphqlContext } from './context.js';

export type OperationTelemetry = Pick<GatewayTelemetry, 'operation' | 'error'>;

export const OK = 'ok';
const FAULT = 'INTERNAL_SERVER_ERROR';

/** To be the last of the plugins: what those before it add to an answer is told. */
export function operationTelemetryPlugin(
  telemetry: OperationTelemetry,
  logger: Logger,
): ApolloServerPlugin<GraphqlContext> {
  return {
    /** Refused before it was looked at: too many, too large, not admitted. */
    async contextCreationDidFail({ error }) {
      const code = codeOf(error instanceof GraphQLError ? error.extensions : undefined);
      telemetry.operation(REFUSED.type, REFUSED.name)(code);
      telemetry.error(code);
      logger.info({ operation: REFUSED.name, type: REFUSED.type, code }, 'operation');
    },
    async requestDidStart() {
      const startedAt = performance.now();
      let what: { readonly type: string; readonly name: string } = REFUSED;
      let end: ((outcome: string | null) => void) | null = null;
      return {
        async didResolveOperation({ operation }) {
          if (!operation) return;
          what = { type: operation.operation, name: operation.name?.value ?? ANONYMOUS };
          end = telemetry.operation(what.type, what.name);
        },
        async willSendResponse({ response: { body }, contextValue: { requestId, viewer } }) {
          if (body.kind !== 'single') return;
          const { errors = [], extensions } = body.singleResult;
          const codes = errors.map((error) => codeOf(error.extensions));
          for (const code of codes) telemetry.error(code);
          const [code] = codes;
          (end ?? telemetry.operation(what.type, what.name))(code ?? OK);
          const { requested } = (extensions?.cost ?? {}) as { readonly requested?: number };
          logOperation(logger, { ...what, requestId, viewer: viewer.name, startedAt, code, cost: requested });
        },
      };
    },
  };
}

export interface OperationLine {
  readonly requestId: string;
  readonly viewer: string;
  readonly type: string;
  readonly name: string;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly code?: string | undefined;
  readonly cost?: number | undefined;
}

/** One line for each operation, however it came to its answer. */
export function logOperation(
  logger: Logger,
  { requestId, viewer, type, name, startedAt, code, cost }: OperationLine,
): void {
  const line = {
    requestId,
    viewer,
    operation: name.slice(0, 100),
    type,
    ...(code === undefined ? {} : { code }),
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    ...(cost === undefined ? {} : { cost }),
  };
  logger.info(line, 'operation');
}

/** The names of the operations that these documents hold. */
export function operationNames(documents: Iterable<string>): readonly string[] {
  const namesIn = ({ definitions }: DocumentNode) =>
    definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name !== undefined ? [definition.name.value] : [],
    );
  return [...documents].flatMap((text) => namesIn(parse(text, { noLocation: true })));
}

function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.code;
  return typeof code === 'string' ? code : FAULT;
}
