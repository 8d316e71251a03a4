/** What the fields of a schema cost, read from its directives `@cost` and `@listSize` once for each. */
import {
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
} from 'graphql';

/** A write to a vendor and reads of it, whatever is answered. */
const MUTATION_COST = 10;

export interface Price {
  /** Of the thing itself, without what is selected of it. */
  readonly weight: number;
  /** How many there are of a list when nothing says so. */
  readonly assumedSize: number;
  /** Arguments that say how many. */
  readonly slicingArguments: readonly string[];
  /** Fields of a page whose lists are as long as the page. */
  readonly sizedFields: readonly string[];
}

export type PriceOf = (definition: GraphQLField<unknown, unknown>, typeName: string) => Price;

export function createPriceList(schema: GraphQLSchema): PriceOf {
  const known = new WeakMap<GraphQLField<unknown, unknown>, Price>();
  const directives = { cost: schema.getDirective('cost'), listSize: schema.getDirective('listSize') };
  const mutationType = schema.getMutationType()?.name;

  function read(definition: GraphQLField<unknown, unknown>, typeName: string): Price {
    const weight =
      stated(definition, directives.cost).weight ??
      stated(getNamedType(definition.type), directives.cost).weight ??
      defaultWeight(definition, typeName === mutationType);
    const { assumedSize, slicingArguments, sizedFields } = stated(definition, directives.listSize);
    return {
      weight: weight as number,
      assumedSize: (assumedSize ?? 1) as number,
      slicingArguments: (slicingArguments ?? []) as readonly string[],
      sizedFields: (sizedFields ?? []) as readonly string[],
    };
  }
  return (definition, typeName) => {
    const price = known.get(definition) ?? read(definition, typeName);
    known.set(definition, price);
    return price;
  };
}

function stated(
  { astNode }: GraphQLField<unknown, unknown> | GraphQLNamedType,
  directive: GraphQLDirective | null | undefined,
): Readonly<Record<string, unknown>> {
  return (directive && astNode && getDirectiveValues(directive, astNode)) ?? {};
}

function defaultWeight({ type }: GraphQLField<unknown, unknown>, isMutation: boolean): number {
  if (isMutation) return MUTATION_COST;
  return isCompositeType(getNamedType(type)) ? 1 : 0;
}
