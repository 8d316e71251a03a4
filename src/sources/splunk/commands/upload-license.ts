/** Adds a license from its file. One that is there already is as good as added; nothing of the file is kept or shown. */
import { type Command, type Created, notDone } from '../../../domain/commands.js';
import type { HttpResponse } from '../../http-response.js';
import { command, type Refusal } from '../../write.js';
import { unreadable, vendorText } from '../failures.js';
import { readAnswer } from '../feed.js';
import { listPath } from '../licenser.js';
import { licenseSpec } from '../wire.js';
import { findAdded, findStored } from './license-match.js';
import { type LicenseText, readLicenseText, withoutEcho } from './license-text.js';
import { rejected, shownText } from './refusals.js';
import { listOf, post, type Server, sendOnce } from './server.js';

const PATH = listPath('licenses');
/** Splunk wants one, and does not look at it beside a payload. */
const FILE_NAME = 'license.lic';

export function uploadLicense(server: Server): Command<{ readonly content: Uint8Array }, Created> {
  return command(async ({ content }, signal) => {
    const read = readLicenseText(content);
    if (!read.ok) {
      return notDone('INVALID_LICENSE_FILE', `the content is no Splunk license: ${read.problem}`, ['content']);
    }
    const { text } = read;
    const licenses = () => listOf(server, 'licenses', licenseSpec, signal);
    const before = await licenses();
    const said = (response: HttpResponse): string | null => {
      const words = vendorText(response);
      return words === null ? null : withoutEcho(words, text.xml);
    };

    async function refusal(response: HttpResponse): Promise<Refusal<Created>> {
      if (NOT_ABOUT_THE_FILE.has(response.status) || response.status < 400) return rejected(response, said(response));
      // Not of what it repeats: every license speaks of its signature.
      const words = said(response) ?? '';
      if (/\balready\b/i.test(words)) {
        const found = findStored(text, (await licenses()).rows);
        return found === null ? rejected(response, said(response)) : { already: { vendorId: found.name } };
      }
      const code = fileFault(words, text, server.clock.now());
      if (code === null) return rejected(response, said(response));
      return { code, message: shownText(response, said(response)), path: ['content'] };
    }

    return sendOnce<Created>(
      server,
      {
        request: post(PATH, { name: FILE_NAME, payload: text.xml }),
        accept: (response) => ({ vendorId: hashOf(response) }),
        refusal,
        said,
        async confirm(accepted) {
          const after = await licenses();
          if (accepted !== null && after.names.has(accepted.value.vendorId)) return { happened: true, ...accepted };
          const found = findAdded(text, before, after);
          if (found === null || found === 'unclear') return { happened: found === null ? false : null };
          return { happened: true, value: { vendorId: found.name } };
        },
      },
      signal,
    );
  });
}

/** These are about the account or the endpoint. */
const NOT_ABOUT_THE_FILE = new Set([401, 402, 403, 404, 405, 407]);

/** What the vendor's words say is wrong with the file; where they say nothing of it, its own date of expiry. */
function fileFault(words: string, text: LicenseText, now: Date): 'LICENSE_EXPIRED' | 'INVALID_LICENSE_FILE' | null {
  if (/\bexpired?\b/i.test(words)) return 'LICENSE_EXPIRED';
  if (/invalid|not (?:a )?valid|signature|corrupt|malformed|pars(?:e|ing)/i.test(words)) return 'INVALID_LICENSE_FILE';
  return text.expiresAt !== null && text.expiresAt * 1000n < BigInt(now.getTime()) ? 'LICENSE_EXPIRED' : null;
}

/** Throws SourceFailure for a feed without a license, so that the list is asked what was added. */
function hashOf(response: HttpResponse): string {
  const [entry] = readAnswer(response, PATH).entries;
  const hash = entry?.name ?? entry?.fields?.license_hash ?? null;
  if (typeof hash !== 'string') throw unreadable('NO_ENTRY', PATH, 'the answer does not say which license was added');
  return hash;
}
