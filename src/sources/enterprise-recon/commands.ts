/** What an installation can be asked to change: the upload of a license file, its four refusals, and whether it took effect. */
import type { CommandOutcome, Created, SourceCommands } from '../../domain/commands.js';
import type { MutationError, MutationErrorCode } from '../../domain/mutation-error.js';
import { parseJsonResponse } from '../body.js';
import { failureOfStatus } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import { type Confirmation, command, writeOnce } from '../write.js';
import { type EnterpriseReconClient, saidBy } from './client.js';
import { LICENSE_VENDOR_ID } from './license.js';
import { bringsOtherTerms, termsOf } from './terms.js';

export function createCommands(client: EnterpriseReconClient): SourceCommands {
  return {
    /** Each license file is taken once by an installation, so it is never sent again, whatever became of it. */
    uploadLicense: command(async ({ content }, signal): Promise<CommandOutcome<Created>> => {
      const before = termsOf(await client.licenses(signal));
      return writeOnce({
        send: () => client.uploadLicense(content, signal),
        accept,
        refusal: (response) => refusal(response, (words) => client.showable(withoutContent(words, content))),
        confirm: async () => confirmation(bringsOtherTerms(before, termsOf(await client.licenses(signal)))),
      });
    }),
  };
}

const UPLOADED: Created = { vendorId: LICENSE_VENDOR_ID };

/** What a successful upload answers is not documented: nothing and any JSON are good, a web page or half a text is not. */
function accept(response: HttpResponse): Created {
  if (response.body.trim() !== '') parseJsonResponse(response);
  return UPLOADED;
}

/**
 * Where all is as before it cannot be told: a license may grant exactly what the one before it did, and "not done" would
 * have its owner send a file that is used up.
 */
function confirmation(hasOtherTerms: boolean): Confirmation<Created> {
  return hasOtherTerms ? { happened: true, value: UPLOADED } : { happened: null };
}

/** The first sentence of each documented `message` of a 422 (Enterprise Recon 2.12.1, Upload License File), in lower case. */
const REFUSALS: ReadonlyMap<string, MutationErrorCode> = new Map([
  ['the license has already been used', 'LICENSE_ALREADY_USED'],
  ['invalid license file', 'INVALID_LICENSE_FILE'],
  ['license is expired', 'LICENSE_EXPIRED'],
  ['insufficient data allowance for scanned data volume', 'INSUFFICIENT_DATA_ALLOWANCE'],
]);

/** The vendor gives no code, so its words decide, as they came; `showable` is what of them may be seen. */
function refusal(response: HttpResponse, showable: (words: string) => string): MutationError {
  const said = saidBy(response);
  const known = response.status === 422 && said !== null ? REFUSALS.get(firstSentence(said)) : undefined;
  const words = showable(said ?? '');
  const message = words === '' ? silentRefusal(response) : words;
  return known === undefined
    ? { code: 'UPSTREAM_REJECTED', message, path: null }
    : { code: known, message, path: ['content'] };
}

/** In lower case and on one line, without what the vendor puts before one of the four and not before the others. */
function firstSentence(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').toLowerCase();
  return line.replace(/^license upload failed: ?/, '').split(/\.(?: |$)/, 1)[0] ?? '';
}

function silentRefusal(response: HttpResponse): string {
  const { status } = response;
  if (status === 403) return 'the vendor refused access (403); the account needs permission to upload licenses';
  if (status === 422) return 'the vendor refused the license file (422) and does not say why';
  return failureOfStatus(response).message;
}

/** A server that quotes what it was sent must not show a license: long words that stand in it are left out. */
function withoutContent(said: string, content: Uint8Array): string {
  const bytes = Buffer.from(content);
  const sent = [bytes.toString('base64'), bytes.toString('latin1')];
  return said.replace(/[\w+/-]{16,}/g, (word) => (sent.some((text) => text.includes(word)) ? '…' : word));
}
