import { describe, expect, it } from 'vitest';
import { readLicenseFile, standInLicense } from '../../../src/emulators/splunk/license-file.js';

const GIB = 1024n ** 3n;
const PLAIN = standInLicense({ quota: GIB });

it('reads back every field it wrote', () => {
  const fields = {
    type: 'fixed-sourcetype',
    groupId: 'Enterprise',
    quota: 2n ** 60n,
    maxViolations: 45,
    windowPeriod: 60,
    creationTime: 1_700_000_000,
    absoluteExpirationTime: 1_800_000_000,
    relativeExpirationInterval: 86_400,
    label: 'R&D <"fast"> 🚀 &amp;',
    features: ['Auth', 'A&B'],
    sourcetypes: ['access_combined'],
    guid: 'AAAA',
  };
  const file = readLicenseFile(standInLicense(fields));
  expect(file).toEqual({ hash: expect.stringMatching(/^[0-9A-F]{64}$/), fields });
});

it('has one hash for the same fields, and another for others', () => {
  const hash = (text: string) => (readLicenseFile(text) as { hash: string }).hash;
  expect(hash(standInLicense({ quota: GIB }))).toBe(hash(PLAIN));
  expect(hash(standInLicense({ quota: GIB, label: 'Another' }))).not.toBe(hash(PLAIN));
});

it('takes a declaration and space around the elements', () => {
  const spaced = PLAIN.replace('<signature>', '\n <signature>\n').replace('<payload>', '\n<payload>');
  expect(readLicenseFile(`\n<?xml version="1.0"?>\n${spaced}\n`)).toMatchObject({
    fields: { quota: GIB, features: expect.arrayContaining(['Auth']), sourcetypes: [] },
  });
});

describe('what is no license', () => {
  const NO_LICENSE = 'Invalid license: not a license in XML';
  const BAD_SIGNATURE = 'Invalid license: the signature does not match the payload';
  it.each([
    ['nothing', '', NO_LICENSE],
    ['prose', 'a license', NO_LICENSE],
    ['another root', PLAIN.replaceAll('license>', 'licence>'), NO_LICENSE],
    ['a cut file', PLAIN.slice(0, -20), NO_LICENSE],
    ['no payload', '<license><signature>AAAA</signature></license>', NO_LICENSE],
    ['no signature', PLAIN.replace(/<signature>.*<\/signature>/, ''), NO_LICENSE],
    ['a payload that is not well-formed', PLAIN.replace('<label>', '<label><b>'), NO_LICENSE],
    ['entities of its own', `<!DOCTYPE license [<!ENTITY a "b">]>${PLAIN}`, NO_LICENSE],
    ['a second license behind it', PLAIN + PLAIN, NO_LICENSE],
    ['an empty signature', PLAIN.replace(/<signature>.*<\/signature>/, '<signature></signature>'), BAD_SIGNATURE],
    ['a larger quota', PLAIN.replace(`<quota>${GIB}`, `<quota>${GIB * 2n}`), BAD_SIGNATURE],
    ['space inside the payload', PLAIN.replace('<payload>', '<payload> '), BAD_SIGNATURE],
  ])('refuses %s', (_what, text, refusal) => {
    expect(readLicenseFile(text)).toBe(refusal);
  });

  it.each([
    ['quota', { quota: -1n }],
    ['type', { type: '../x' }],
    ['label', { label: '' }],
    ['creation_time', { creationTime: 1.5 }],
  ])('refuses a signed payload whose %s makes no sense', (name, fields) => {
    const refusal = `Invalid license: ${name} is missing or unreadable`;
    expect(readLicenseFile(standInLicense({ quota: GIB, ...fields }))).toBe(refusal);
  });
});
