/** What Keygen's REST answers, as JSON Schema, as far as a page of licenses needs it. Numbers pass 2^31, so none is called an integer. */

const text = { type: 'string' };
const number = { type: 'number' };
const object = (title, properties) => ({ title, type: 'object', properties });
const list = (title, item) => object(title, { data: { type: 'array', items: item } });
const link = (title) => object(title, { data: object(`${title}Data`, { id: text }) });
const count = (title, meta) => object(title, { meta: object(`${title}Meta`, meta) });

export const license = object('KeygenLicense', {
  id: text,
  attributes: object('KeygenLicenseAttributes', {
    name: text,
    status: text,
    expiry: text,
    uses: number,
    ...Object.fromEntries(
      ['maxMachines', 'maxProcesses', 'maxUsers', 'maxCores', 'maxMemory', 'maxDisk', 'maxUses'].map((name) => [
        name,
        number,
      ]),
    ),
  }),
  relationships: object('KeygenLicenseRelationships', {
    policy: link('KeygenLicensePolicy'),
    group: link('KeygenLicenseGroup'),
    machines: count('KeygenLicenseMachines', { count: number, cores: number, memory: number, disk: number }),
    users: count('KeygenLicenseUsers', { count: number }),
  }),
});
export const licenses = list('KeygenLicenses', license);

const named = (title) => object(title, { id: text, attributes: object(`${title}Attributes`, { name: text }) });
export const policies = list('KeygenPolicies', named('KeygenPolicy'));
export const groups = list('KeygenGroups', named('KeygenGroup'));
export const policy = object('KeygenPolicyDocument', { data: named('KeygenPolicy') });
export const group = object('KeygenGroupDocument', { data: named('KeygenGroup') });
