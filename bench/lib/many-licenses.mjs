/** What a source says that has so many licenses, each with two limits, in twenty groups. */

export function manyLicenses(size) {
  const day = 86_400_000;
  const now = Date.now();
  const licenses = Array.from({ length: size }, (_, i) => ({
    id: `License:bench:l${i}`,
    source: 'bench',
    vendorId: `l${i}`,
    typeName: 'SplunkLicense',
    displayName: `License ${(i * 7919) % size}`,
    name: `License ${(i * 7919) % size}`,
    vendorFields: {},
    reportedStatus: 'VALID',
    createdAt: new Date(now - (i % 900) * day),
    expiresAt: i % 5 === 0 ? null : new Date(now + ((i % 700) - 50) * day),
    features: ['Auth', 'Alerting'],
    groupId: `Group:bench:g${i % 20}`,
    standing: { reported: 'ACTIVE' },
  }));
  const groups = Array.from({ length: 20 }, (_, i) => ({
    id: `Group:bench:g${i}`,
    source: 'bench',
    vendorId: `g${i}`,
    typeName: 'SplunkGroup',
    displayName: `Group ${i}`,
    name: `Group ${i}`,
    vendorFields: {},
    isActive: true,
    stackIds: [],
  }));
  const meters = licenses.flatMap((license, i) =>
    ['MACHINES', 'USERS'].map((dimension) => ({
      subjectId: license.id,
      dimension,
      measure: 'GAUGE',
      limit: { kind: 'limited', value: 100n },
      used: BigInt(i % 110),
      enforcement: 'HARD',
      overage: { kind: 'none' },
      resetsAt: null,
      reasons: ['used against the limit'],
    })),
  );
  return { licenses, groups, meters };
}
