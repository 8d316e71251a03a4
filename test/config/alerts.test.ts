// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the syntax under test
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { sourceModules } from '../../src/sources/index.js';
import { SECRET } from '../support/alert-receiver.js';

function alertsOf(section: unknown, env: Record<string, string> = {}, sources: readonly string[] = []) {
  const all = sources.map((name) => ({ name, kind: 'keygen', url: 'https://keygen.example', auth: { token: 't' } }));
  const result = parseConfig(JSON.stringify({ sources: all, alerts: section }), env, sourceModules);
  return result.ok ? { alerts: result.config.alerts } : { problems: result.problems };
}
const ops = { name: 'ops', url: 'https://alerts.example/hooks/1?sig=abc', secret: SECRET };

describe('the section alerts', () => {
  it('may be absent: nobody is told', () => {
    expect(alertsOf(undefined)).toEqual({ alerts: { channels: [], rules: [], quiet: [] } });
  });

  it('has defaults for all but a channel’s name, url and secret', () => {
    expect(alertsOf({ channels: [ops], rules: [{}], quiet: [{ timeZone: 'Europe/Berlin' }] })).toEqual({
      alerts: {
        channels: [{ ...ops, timeoutMs: 10_000, headers: {} }],
        rules: [
          {
            channels: null,
            severities: null,
            categories: null,
            sources: null,
            label: null,
            origins: null,
            cleared: false,
          },
        ],
        quiet: [
          { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440, timeZone: 'Europe/Berlin', below: null, channels: null },
        ],
      },
    });
  });

  it('takes everything that can be said', () => {
    const section = {
      channels: [{ ...ops, secret: '${HOOK}', timeout: '3s', headers: { Authorization: 'Bearer ${TOKEN}' } }],
      rules: [
        {
          channels: ['ops'],
          severities: ['WARN', 'ERROR'],
          categories: ['QUOTA_*'],
          sources: ['splunk-*'],
          label: 'web-*',
          origins: ['GATEWAY'],
          cleared: true,
        },
      ],
      quiet: [{ days: ['SAT', 'SUN'], from: '22:00', to: '07:00', timeZone: 'UTC', below: 'ERROR', channels: ['ops'] }],
    };
    expect(alertsOf(section, { HOOK: SECRET, TOKEN: 't' }, ['splunk-prod'])).toMatchObject({
      alerts: {
        channels: [{ secret: SECRET, timeoutMs: 3000, headers: { Authorization: 'Bearer t' } }],
        rules: [{ channels: ['ops'], label: ['web-*'], cleared: true }],
        quiet: [{ days: [6, 0], from: 1320, to: 420, below: 'ERROR', channels: ['ops'] }],
      },
    });
  });

  it('tells every problem at once, and where it is, and no secret', () => {
    const { problems } = alertsOf({
      channels: [
        { name: 'Ops!', url: 'http://alerts.example/token-in-the-path', secret: 'whsec_c2hvcnQ=' },
        {
          name: 'twice',
          url: 'https://me:word@a.example/#x',
          secret: 'password-of-mine',
          timeout: '1h',
          headers: { Host: 'a.example' },
        },
        { ...ops, name: 'twice', headers: { 'Webhook-Id': 'x', 'bad name': 'y', Good: 'line\nbreak' }, color: 'red' },
        { name: 'local', url: 'http://127.0.0.1:9000/hook', secret: SECRET },
        { name: 'where', url: 'slack', secret: SECRET },
      ],
      rules: [{ channels: ['nobody'], severities: ['FATAL'], label: 7, sources: [] }],
      quiet: [{ days: ['Saturday'], from: '25:00', to: '7', timeZone: 'Mars/Olympus', below: 'BAD' }],
      extra: 1,
    });
    expect(problems?.map(({ path }) => path)).toEqual([
      'alerts.extra',
      'alerts.channels[0].name',
      'alerts.channels[0].secret',
      'alerts.channels[0].url',
      'alerts.channels[1].secret',
      'alerts.channels[1].timeout',
      'alerts.channels[1].url',
      'alerts.channels[1].url',
      'alerts.channels[1].headers.Host',
      'alerts.channels[2].color',
      'alerts.channels[2].headers.Webhook-Id',
      'alerts.channels[2].headers.bad name',
      'alerts.channels[2].headers.Good',
      'alerts.channels[4].url',
      'alerts.channels[2].name',
      'alerts.rules[0].severities[0]',
      'alerts.rules[0].sources',
      'alerts.rules[0].label',
      'alerts.rules[0].channels[0]',
      'alerts.quiet[0].days[0]',
      'alerts.quiet[0].from',
      'alerts.quiet[0].to',
      'alerts.quiet[0].timeZone',
      'alerts.quiet[0].below',
    ]);
    const text = JSON.stringify(problems);
    for (const secret of ['token-in-the-path', 'c2hvcnQ', 'me:word', 'password-of-mine'])
      expect(text).not.toContain(secret);
    expect(text).toContain('there are: Ops!, twice, twice, local, where');
  });

  it('refuses a rule for sources that are not there, which would tell nobody of anything', () => {
    const rules = [{ sources: ['splunk-*', 'splnk-*'] }, { sources: ['*'] }, { sources: ['keygen'] }];
    const message = (names: string) => `fits the name of no source under sources; there are: ${names}`;
    expect(alertsOf({ channels: [ops], rules }, {}, ['splunk-a', 'recon']).problems).toEqual([
      { path: 'alerts.rules[0].sources[1]', message: message('splunk-a, recon') },
      { path: 'alerts.rules[2].sources[0]', message: message('splunk-a, recon') },
    ]);
    expect(alertsOf({ rules: [{ sources: ['a'] }] }).problems).toEqual([
      { path: 'alerts.rules[0].sources[0]', message: message('none') },
    ]);
  });

  it('leaves it at what is wrong with a source, where its name is not known', () => {
    const text = (sources: unknown) => JSON.stringify({ sources, alerts: { rules: [{ sources: ['a'] }] } });
    for (const sources of [null, 'a', [{}]]) {
      const result = parseConfig(text(sources), {}, sourceModules);
      expect(result.ok || result.problems.map(({ path }) => path)).not.toContain('alerts.rules[0].sources[0]');
    }
  });

  it('says what is missing of a channel', () => {
    expect(alertsOf({ channels: [{}] }).problems).toMatchObject([
      { path: 'alerts.channels[0].name' },
      { path: 'alerts.channels[0].url' },
      { path: 'alerts.channels[0].secret' },
    ]);
    expect(alertsOf({ channels: 'ops' }).problems).toEqual([{ path: 'alerts.channels', message: 'must be a list' }]);
  });
});
