/** A license file on its way to the gateway: whether it fits, and how it travels. */

/** The gateway takes no body above 1 MiB; the operation around the file wants some of that. */
const MOST_SENT = 1024 * 1024 - 8 * 1024;
/** Base64 makes four characters of three bytes. */
const MOST_BYTES = Math.floor(MOST_SENT / 4) * 3;

/** Why a file of this size cannot be sent; null when it can. */
export function problemOfFile(name: string, bytes: number): string | null {
  if (bytes === 0) return `${name} is empty. Choose the license file as the vendor delivered it.`;
  if (bytes > MOST_BYTES) return tooLarge(name, bytes, MOST_BYTES);
  return null;
}

/** The same of a text that was pasted. */
export function problemOfText(text: string): string | null {
  if (text.trim() === '') return 'Paste the text of a license, or choose its file.';
  // As JSON carries it: quotes and line breaks take two characters there.
  const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
  return bytes > MOST_SENT ? tooLarge('The text', bytes, MOST_SENT) : null;
}

/** Read as soon as it is chosen, so that a file that is moved afterwards is not lost. Throws when it cannot be read. */
export async function readAsBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // In parts: as many arguments at once as a file has bytes are too many for a call.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

function tooLarge(what: string, bytes: number, most: number): string {
  return `${what} has ${bytes.toLocaleString('en')} bytes, and the gateway takes ${most.toLocaleString('en')} at most. A license file is much smaller: look whether this is the right one.`;
}
