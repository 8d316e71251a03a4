/** License files and what whole licenses are switched by: upload, deletion, the active group. */
import type { Created } from '../../domain/commands.js';
import type { Group } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { ActivateGroupInput, UploadLicenseInput } from '../generated/resolvers.js';
import type { SourceView } from '../source-view.js';
import { licenseDeletion } from './deleted.js';
import { mutation, performed } from './frame.js';
import { type LicensePayload, licenseNow } from './license-now.js';
import { createRefusals } from './refusals.js';

export const uploadLicense = mutation<UploadLicenseInput, Created, LicensePayload>({
  action: 'uploadLicense',
  role: 'ADMIN',
  subjectId: ({ sourceId }) => sourceId,
  async prepare({ sourceId, content: written, encoding }, context) {
    const refusals = createRefusals();
    const wanted = { id: sourceId, concept: 'Source', field: 'sourceId', action: 'uploadLicense' } as const;
    const found = await refusals.find<SourceView>(context.reader, wanted);
    const content = encoding === 'TEXT' ? Buffer.from(written) : fromBase64(written);
    if (content === null)
      refusals.refuse('INVALID_INPUT', 'this is no base64; send a text as it is with TEXT', 'content');
    else if (content.length === 0) refusals.refuse('INVALID_INPUT', 'the file is empty', 'content');
    if (found === null || content === null || refusals.errors.length > 0) return refusals;
    const source = found.name;
    return {
      source,
      before: null,
      perform: performed(context, source, (commands, signal) => commands.uploadLicense?.({ content }, signal)),
      made: ({ vendorId }) => globalId('License', source, vendorId),
      answer: async ({ vendorId }, reader) => licenseNow(reader, globalId('License', source, vendorId)),
    };
  },
});

export const deleteLicense = licenseDeletion('deleteLicense');

export const activateGroup = mutation<ActivateGroupInput, null, { readonly group: Group }>({
  action: 'activateGroup',
  role: 'OPERATOR',
  subjectId: ({ groupId }) => groupId,
  async prepare({ groupId }, context) {
    const refusals = createRefusals();
    const wanted = { id: groupId, concept: 'Group', field: 'groupId', action: 'activateGroup' } as const;
    const before = await refusals.find<Group>(context.reader, wanted);
    if (before === null) return refusals;
    const { source, vendorId } = before;
    return {
      source,
      before,
      perform: performed(context, source, (commands, signal) =>
        commands.activateGroup?.({ vendorId: vendorId ?? '' }, signal),
      ),
      async answer(_value, reader) {
        const group = (await reader.node(groupId)) as Group | null;
        return group && { payload: { group }, after: group };
      },
    };
  },
});

/** Both alphabets, padded or not, line breaks allowed; null for anything else. */
function fromBase64(text: string): Buffer | null {
  const written = text
    .replace(/[\r\n\t ]+/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  const bare = written.replace(/={1,2}$/, '');
  // A last group of one character holds no whole byte.
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return null;
  if (bare !== written && written.length % 4 !== 0) return null;
  return Buffer.from(bare, 'base64');
}
