/** A component: one quota as text. It asks for the fields it shows, and nobody else sees them. */
import { type FragmentType, graphql, unmask } from './generated/index.js';
import { share } from './scalars.js';

const QuotaText = graphql(`
  fragment QuotaText on Quota {
    dimension
    used
    limit
    state
  }
`);

export function quotaText(quota: FragmentType<typeof QuotaText>): string {
  const { dimension, used, limit, state } = unmask(QuotaText, quota);
  const name = dimension.toLowerCase().replaceAll('_', ' ');
  const part = share(used, limit);
  const figures = `${used ?? 'unknown'} of ${limit ?? (state === 'UNLIMITED' ? 'any number' : 'unknown')}`;
  return `${name}: ${figures}${part === null ? '' : ` (${part})`}, ${state.toLowerCase()}`;
}
