import { describe, expect, it } from 'vitest';
import type { AlertRule } from '../../src/alerts/options.js';
import { interestedIn, type Judged } from '../../src/alerts/rules.js';
import { anyRule, channelTo } from '../support/alert-receiver.js';

const channels = [channelTo('https://a.example'), channelTo('https://b.example', { name: 'second' })];
const message: Judged = {
  source: 'splunk-prod',
  severity: 'WARN',
  category: 'QUOTA_WARNING',
  origin: 'GATEWAY',
  label: 'web-7',
};

function told(rules: readonly Partial<AlertRule>[], of: Partial<Judged> = {}): string[] {
  const all = rules.map((rule) => ({ ...anyRule, ...rule }));
  return interestedIn({ ...message, ...of }, { channels, rules: all }).map(({ channel }) => channel.name);
}

describe('a message goes', () => {
  it('to every channel when there are no rules', () => expect(told([])).toEqual(['ops', 'second']));
  it('to every channel of a rule without conditions', () => expect(told([{}])).toEqual(['ops', 'second']));
  it('only to the channels that its rule names', () => expect(told([{ channels: ['second'] }])).toEqual(['second']));
  it('once to a channel that several rules lead to', () =>
    expect(told([{ channels: ['ops'] }, { channels: ['ops'] }])).toEqual(['ops']));
  it('nowhere when no rule fits', () => expect(told([{ severities: ['ERROR'] }])).toEqual([]));
});

describe('a rule fits', () => {
  const fits = (rule: Partial<AlertRule>, of: Partial<Judged> = {}) => told([rule], of).length > 0;

  it('by severity', () => {
    expect(fits({ severities: ['WARN', 'ERROR'] })).toBe(true);
    expect(fits({ severities: ['INFO'] })).toBe(false);
  });
  it('by category, exactly or by pattern', () => {
    expect(fits({ categories: ['QUOTA_WARNING'] })).toBe(true);
    expect(fits({ categories: ['LICENSE_*', 'QUOTA_*'] })).toBe(true);
    expect(fits({ categories: ['QUOTA'] })).toBe(false);
  });
  it('by the name of the source', () => {
    expect(fits({ sources: ['splunk-*'] })).toBe(true);
    expect(fits({ sources: ['keygen'] })).toBe(false);
  });
  it('by the name of what the message is about', () => {
    expect(fits({ label: ['web-*'] })).toBe(true);
    expect(fits({ label: ['*-8'] })).toBe(false);
    expect(fits({ label: ['*'] }, { label: null })).toBe(false);
  });
  it('by origin', () => {
    expect(fits({ origins: ['GATEWAY'] })).toBe(true);
    expect(fits({ origins: ['VENDOR'] })).toBe(false);
  });
  it('when all of its conditions do', () => {
    const rule = { severities: ['WARN'], sources: ['splunk-*'], label: ['web-*'] } as const;
    expect(fits(rule)).toBe(true);
    expect(fits(rule, { severity: 'ERROR' })).toBe(false);
    expect(fits(rule, { source: 'recon' })).toBe(false);
    expect(fits(rule, { label: 'db-1' })).toBe(false);
  });
});

describe('that it is over', () => {
  const cleared = (rules: readonly Partial<AlertRule>[]) =>
    interestedIn(message, { channels: channels.slice(0, 1), rules: rules.map((rule) => ({ ...anyRule, ...rule })) })[0]
      ?.cleared;

  it('is told where one of the rules that fit asks for it', () => {
    expect(cleared([{}, { cleared: true }])).toBe(true);
    expect(cleared([{}, { cleared: true, severities: ['INFO'] }])).toBe(false);
    expect(cleared([])).toBe(false);
  });
});
