/** Downloads an export of the gateway: read piece by piece, so that it can be shown how far it has come and be given up. */
import { GatewayProblem, statusProblem, unreachable } from './problem.js';

export interface Download {
  readonly fileName: string;
  readonly content: Blob;
}

/** `onBytes` is told how many have come so far. Throws a GatewayProblem for everything that is not a complete file. */
export async function download(
  key: string,
  path: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Download> {
  const response = await answered(key, path, signal);
  if (!response.ok) throw new GatewayProblem(await refusalOf(response));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
      pieces.push(next.value);
      bytes += next.value.length;
      onBytes(bytes);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new GatewayProblem(brokenOff);
  }
  return { fileName: fileNameOf(response), content: new Blob(pieces, { type: 'text/csv;charset=utf-8' }) };
}

/** Hands it to the browser as a file. */
export function save({ fileName, content }: Download): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const brokenOff = {
  kind: 'UNREACHABLE',
  message: 'The export broke off before its end, so nothing was saved. Try it again.',
} as const;

async function answered(key: string, path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { headers: { authorization: `Bearer ${key}` }, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new GatewayProblem(unreachable);
  }
}

interface Refused {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function refusalOf(response: Response) {
  if (response.status === 401) return statusProblem(401);
  const { errors } = (await response.json().catch(() => ({}))) as Refused;
  return statusProblem(response.status, errors?.[0]?.extensions?.code, errors?.[0]?.message);
}

function fileNameOf({ headers }: Response): string {
  return /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'export.csv';
}
