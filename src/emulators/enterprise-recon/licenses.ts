/** `GET /v1/licenses` with `target_name`: what of an installation's answer concerns one target. */
import type { LicensesBody } from './state.js';

/**
 * The rows of one target, by its name in any case. The vendor does not say what the filter does to the rest: here the
 * license and its pools stay as they are. An empty name filters nothing.
 */
export function licensesOf(body: LicensesBody, targetName: string | undefined): LicensesBody {
  if (targetName === undefined || targetName === '') return body;
  const wanted = targetName.toLowerCase();
  const isAt = (location: string) => {
    const text = location.toLowerCase();
    return text === wanted || text.startsWith(`${wanted}/`) || text.startsWith(`${wanted} `);
  };
  return {
    ...body,
    ...(body.targets && { targets: body.targets.filter(({ name }) => name.toLowerCase() === wanted) }),
    ...(body.datausage && { datausage: body.datausage.filter(({ location }) => isAt(location)) }),
  };
}
