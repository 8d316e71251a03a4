/** The API key: in the session storage of this tab only, where GraphiQL keeps it too, and gone with the tab. */

const STORED = 'license-gateway.api-key';

export function storedKey(): string | null {
  return sessionStorage.getItem(STORED);
}

export function storeKey(key: string): void {
  sessionStorage.setItem(STORED, key);
}

export function forgetKey(): void {
  sessionStorage.removeItem(STORED);
}
