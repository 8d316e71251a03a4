/** Whether the object whose page this is has gone: then nothing can be done to it any more. */
import { createContext, use } from 'react';

export const GoneContext = createContext(false);

export function useIsGone(): boolean {
  return use(GoneContext);
}
