import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import { changed, fixture, licenseOf, readBody } from './helpers.js';

const models = ['legacy', 'sitewide', 'non-sitewide'] as const;

describe.each(models)('the %s sample, field by field', (model) => {
  const sample = fixture(model);
  let snapshot: Snapshot;
  beforeAll(async () => {
    snapshot = await readBody(sample);
  });

  /** Seed field → where it is in the snapshot → what it must be there. */
  const licenseFields: [string, (from: Snapshot) => unknown, unknown][] = [
    ['state', (from) => licenseOf(from).reportedStatus, sample.state ?? null],
    ['expires', (from) => licenseOf(from).expiresAt, new Date(Number(sample.expires) * 1000)],
    ['edition', (from) => licenseOf(from).edition, sample.edition ?? null],
    ['company', (from) => licenseOf(from).company, sample.company],
    ['warning', (from) => licenseOf(from).warning, sample.warning ?? null],
    ['summary', (from) => from.pools.length, sample.summary.length],
    ['targets', (from) => from.targets.length, sample.targets?.length ?? 0],
    ['datausage', (from) => from.dataUsages.length, sample.datausage?.length ?? 0],
  ];
  it.each(licenseFields)('%s', (_field, place, expected) => {
    expect(place(snapshot)).toEqual(expected);
  });

  it('summary/type, comment, total, usage of every row', () => {
    sample.summary.forEach((row, index) => {
      const pool = snapshot.pools[index];
      expect(pool).toMatchObject({
        vendorId: `${row.type}.${/data allowance/i.test(String(row.comment)) ? 'BYTES' : 'COUNT'}`,
        vendorFields: { type: row.type },
        name: row.comment,
        displayName: row.comment,
        limit: BigInt(String(row.total)),
        used: BigInt(String(row.usage)),
      });
    });
  });

  it('targets/name, id, type of every row', () => {
    (sample.targets ?? []).forEach((row, index) => {
      expect(snapshot.targets[index]).toMatchObject({
        id: `Target:recon:${row.id}`,
        vendorId: row.id,
        name: row.name,
        type: row.type,
      });
    });
  });

  it('datausage/location, type, bytes, attribution of every row', () => {
    (sample.datausage ?? []).forEach((row, index) => {
      expect(snapshot.dataUsages[index]).toMatchObject({
        vendorId: `${row.attribution}.${row.location}`,
        location: row.location,
        type: row.type,
        bytes: BigInt(String(row.bytes)),
        attribution: row.attribution,
      });
    });
  });

  it('knows every field of the sample: none is left for vendorFields', () => {
    const known = licenseFields.map(([field]) => field);
    expect(known).toEqual(expect.arrayContaining(Object.keys(sample)));
    expect(licenseOf(snapshot).vendorFields).toEqual({});
    expect(snapshot.targets.map((target) => target.vendorFields)).toEqual(snapshot.targets.map(() => ({})));
    expect(snapshot.dataUsages.map((usage) => usage.vendorFields)).toEqual(snapshot.dataUsages.map(() => ({})));
  });
});

it('datausage/id, documented but in no sample, is the id when it is there', async () => {
  const body = changed('non-sitewide', 'datausage', 0, { id: '15192847076812295700' });
  expect((await readBody(body)).dataUsages[0]).toMatchObject({
    id: 'DataUsage:recon:15192847076812295700',
    vendorId: '15192847076812295700',
  });
});

it('keeps what the documentation does not name in vendorFields, exactly, and drops what looks like a secret', async () => {
  const text = JSON.stringify(fixture('non-sitewide'))
    .replace('"edition"', '"serial":15192847076812295797,"apiToken":"x","flags":{"cloud":true},"edition"')
    .replace('"usage":"1"', '"usage":"1","pending":3')
    .replace('"type":"workstation"', '"type":"workstation","os":"Windows"')
    .replace('"bytes"', '"scanned":"2026-01-01","bytes"');
  const snapshot = await readBody(text);
  expect(licenseOf(snapshot).vendorFields).toEqual({ serial: '15192847076812295797', flags: { cloud: true } });
  expect(snapshot.pools[0]?.vendorFields).toEqual({ type: 'server', pending: 3 });
  expect(snapshot.targets[0]?.vendorFields).toEqual({ os: 'Windows' });
  expect(snapshot.dataUsages[0]?.vendorFields).toEqual({ scanned: '2026-01-01' });
});
