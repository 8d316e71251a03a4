/** After a move to another view the focus is on its heading, where a screen reader reads it out and Tab goes on; without this it stays on a link of the view before. */
import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** The path that the page was last at; the first one is where the browser itself arrived, and puts the focus where it likes. */
let last: string | null = null;

/** For the heading of a view. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  useEffect(() => {
    const before = last;
    last = path;
    if (before !== null && before !== path) heading.current?.focus();
  }, [path]);
  return heading;
}
