/** How use went and where it is heading: of a quota its own, of a thing that of what it is chiefly licensed for. */
import type { Entity } from '../../domain/entities.js';
import type { Forecast, Quota } from '../../domain/evaluated.js';
import type { UsagePoint } from '../../domain/history.js';
import { chiefDimensions } from '../../domain/vocabulary.js';
import { forecast } from '../../quota/forecast.js';
import { quotaId } from '../../quota/quota.js';
import type { GraphqlContext } from '../context.js';
import { type UsageArguments, usageRange } from '../usage-range.js';

async function usage({ id }: Entity, args: UsageArguments, { reader, now }: GraphqlContext): Promise<UsagePoint[]> {
  const range = usageRange(args, now);
  const quotas = await Promise.all(chiefDimensions.map((dimension) => reader.node(quotaId(id, dimension))));
  const chief = quotas.find((quota) => quota !== null);
  return chief === undefined ? [] : reader.usage(chief as unknown as Quota, range);
}

export const usageFields = {
  Stack: { usage },
  Pool: { usage },
  Peer: { usage },
  SplunkGroup: { usage },
  Quota: {
    usage: (quota: Quota, args: UsageArguments, { reader, now }: GraphqlContext) =>
      reader.usage(quota, usageRange(args, now)),
    async forecast(quota: Quota, _args: unknown, { reader, now }: GraphqlContext): Promise<Forecast | null> {
      const zone = reader.source(quota.source)?.timeZone ?? null;
      return forecast({ quota, ...(await reader.history(quota)), zone, now });
    },
  },
};
