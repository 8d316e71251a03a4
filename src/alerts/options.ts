/** What is told to whom, as the configuration states it. */
import type { MessageOrigin, MessageSeverity } from '../domain/vocabulary.js';

export interface AlertOptions {
  readonly channels: readonly ChannelOptions[];
  /** Empty: every message that is raised goes to every channel. */
  readonly rules: readonly AlertRule[];
  readonly quiet: readonly QuietTime[];
}

export interface ChannelOptions {
  /** Unique; what logs, metrics and `testAlert` call it. */
  readonly name: string;
  /** Where it is sent. May hold a secret in its path or query: never log or show more than its origin. */
  readonly url: string;
  /** `whsec_` and the signing key in base64. */
  readonly secret: string;
  /** The longest that one try may take. */
  readonly timeoutMs: number;
  /** Sent along. Their values may be secrets. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What goes to some channels. A message fits when it fits every condition that is given; null: no condition. */
export interface AlertRule {
  /** Names; null: all of them. */
  readonly channels: readonly string[] | null;
  readonly severities: readonly MessageSeverity[] | null;
  /** Patterns in which `*` stands for any run of characters; so for `sources` and `label`. */
  readonly categories: readonly string[] | null;
  readonly sources: readonly string[] | null;
  /** Of the name of the thing that the message is about. */
  readonly label: readonly string[] | null;
  readonly origins: readonly MessageOrigin[] | null;
  /** Whether it is also told that such a message is over. */
  readonly cleared: boolean;
}

/** When nothing is sent but what is grave: it is held back until the end. */
export interface QuietTime {
  /** On which it begins, as indexes of `weekDays`. */
  readonly days: readonly number[];
  /** Minutes since midnight by the wall clock; one that ends no later than it begins ends on the next day. */
  readonly from: number;
  readonly to: number;
  /** An IANA zone. */
  readonly timeZone: string;
  /** What is as grave as this, or graver, is sent all the same; null: nothing is. */
  readonly below: MessageSeverity | null;
  /** Names; null: all of them. */
  readonly channels: readonly string[] | null;
}

export const weekDays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
