/** Which channels want to be told of a message. Pure. */
import { sourceScope } from '../auth/scopes.js';
import type { MessageOrigin, MessageSeverity } from '../domain/vocabulary.js';
import type { AlertOptions, AlertRule, ChannelOptions } from './options.js';

/** What rules decide by. */
export interface Judged {
  readonly source: string;
  readonly severity: MessageSeverity;
  readonly category: string;
  readonly origin: MessageOrigin;
  /** Name of the thing that it is about; null when that is not known. */
  readonly label: string | null;
}

export interface Interested {
  readonly channel: ChannelOptions;
  /** Whether the channel also wants to know when it is over. */
  readonly cleared: boolean;
}

/** Of several rules that fit, one that asks for it is enough to tell that a message is over. */
export function interestedIn(
  message: Judged,
  { channels, rules }: Pick<AlertOptions, 'channels' | 'rules'>,
): Interested[] {
  if (rules.length === 0) return channels.map((channel) => ({ channel, cleared: false }));
  const fitting = rules.filter((rule) => fits(rule, message));
  return channels.flatMap((channel) => {
    const own = fitting.filter((rule) => rule.channels?.includes(channel.name) ?? true);
    return own.length === 0 ? [] : [{ channel, cleared: own.some(({ cleared }) => cleared) }];
  });
}

function fits(rule: AlertRule, { source, severity, category, origin, label }: Judged): boolean {
  return (
    (rule.severities?.includes(severity) ?? true) &&
    (rule.origins?.includes(origin) ?? true) &&
    matches(rule.categories, category) &&
    matches(rule.sources, source) &&
    matches(rule.label, label)
  );
}

/** As patterns of source names are matched: only `*` is special, and the work is bounded. */
function matches(patterns: readonly string[] | null, text: string | null): boolean {
  return patterns === null || (text !== null && sourceScope({ sources: patterns })(text));
}
