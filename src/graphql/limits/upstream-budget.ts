/** What one operation may ask of vendors, however it is put together: each change, and each read of a source or a license. */
import { NotBegunError } from '../../domain/commands.js';
import type { Commands } from '../context.js';

/** Commands for one operation; what is asked for beyond the budget rejects with NotBegunError. */
export function withUpstreamBudget(commands: Commands, most: number): Commands {
  let left = most;
  function take(calls: number): void {
    if (calls > left) {
      throw new NotBegunError(`one operation may ask vendors for ${most} things, and this one has; send several`);
    }
    left -= calls;
  }
  return {
    acknowledge: commands.acknowledge,
    async readAfresh(source) {
      take(1);
      return commands.readAfresh(source);
    },
    async readLicenses(source, vendorIds) {
      take(vendorIds.length);
      return commands.readLicenses(source, vendorIds);
    },
    async perform(source, job) {
      take(1);
      return commands.perform(source, job);
    },
  };
}
